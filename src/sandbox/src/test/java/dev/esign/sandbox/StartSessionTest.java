package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.Surroundings;

class StartSessionTest extends SandboxTest {

    private static final String TAGGED = Docx.tagged("x.docx", Docx.of("<sig_req_Buyer 1>"));
    private static final String BUSY = "Document \"x.docx\": anchor tags are still being processed.";

    @Test
    void sendsADraft() {
        JsonNode created = createReady();

        JsonNode started = client.start(created);

        assertThat(started.toString()).isEqualTo(json("{'Message':'Success','ReturnValue':'True','Details':[]}"));
        JsonNode session = client.session(created);
        assertThat(session.path("SessionInfo").path("StatusCode").intValue()).isEqualTo(2);
        assertThat(session.path("SessionInfo").path("ReturnURL").asText()).isEqualTo(Client.RETURN_URL);
        assertThat(session.path("Signers").path(0).path("StatusCode").intValue()).isEqualTo(2);
    }

    @Test
    void startsOnce() {
        JsonNode created = createReady();
        client.start(created);

        assertRefused(client.start(created), "The signing session is InSent and cannot be started.");
    }

    @Test
    void ofConcurrentStartsOneWins() throws Exception {
        JsonNode created = createReady();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> start = () -> client.start(created).path("ReturnValue").asText();
            List<Future<String>> answers = threads.invokeAll(List.of(start, start, start, start));
            int wins = 0;
            for (Future<String> answer : answers) {
                wins += answer.get().equals("True") ? 1 : 0;
            }
            assertThat(wins).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(SessionStatus.class)
    void dependsOnTheStatus(SessionStatus status) throws Exception {
        SigningSession session = SigningSession.create("id",
                SessionChange.of(Client.json(body("'Title':'x'", "{'FormId':'t'}", SIGNER)), MutableClock.NOW),
                Surroundings.of(clock, Duration.ZERO), "");
        session.moveTo(status);

        if (status == SessionStatus.IN_DRAFT || status == SessionStatus.IN_PAUSED) {
            clock.advance(Duration.ofSeconds(5));
            session.start("https://example.com", "");
            assertThat(session.snapshot().status()).isEqualTo(SessionStatus.IN_SENT);
            assertThat(session.snapshot().startedOn()).hasValue(MutableClock.NOW.plusSeconds(5));
        } else {
            assertThatThrownBy(() -> session.start("https://example.com", "")).isInstanceOfSatisfying(RefusedException.class,
                    refused -> assertThat(refused.details())
                            .containsExactly("The signing session is " + status.label() + " and cannot be started."));
            assertThat(session.snapshot().status()).isEqualTo(status);
        }
    }

    @Test
    void needsADocumentAndASigner() {
        JsonNode created = client.create(body("'Title':'x'", "", ""));

        assertRefused(client.start(created), "The signing session has no document.", "The signing session has no signer.");
        assertThat(statusOf(created)).isEqualTo(1);
    }

    @Test
    void waitsForAnchorTags() {
        JsonNode created = client.create(body("'Title':'x'", TAGGED + "," + DOCUMENT, SIGNER));

        assertRefused(client.start(created), BUSY);
        clock.advance(Duration.ofMillis(2_999));
        assertRefused(client.start(created), BUSY);
        clock.advance(Duration.ofMillis(1));
        assertThat(client.start(created).path("ReturnValue").asText()).isEqualTo("True");
    }

    @Test
    void namesEachDocumentThatIsBeingProcessed() {
        JsonNode created = client.create(body("'Title':'x'", TAGGED, SIGNER));
        clock.advance(Duration.ofSeconds(2));
        client.update(updateBody(created, "", TAGGED.replace("x.docx", "y.docx"), ""));

        assertRefused(client.start(created), BUSY, BUSY.replace("x.docx", "y.docx"));
        clock.advance(Duration.ofSeconds(1));
        assertRefused(client.start(created), BUSY.replace("x.docx", "y.docx"));
    }

    @ParameterizedTest
    @CsvSource({ "'',The returnUrl is missing.", "?returnUrl=,The returnUrl is missing.",
            "?returnUrl=%20,The returnUrl is missing.", "?other=x,The returnUrl is missing.",
            "?returnUrl=www.example.com,The returnUrl is not an http or https address.",
            "?returnUrl=ftp://example.com,The returnUrl is not an http or https address.",
            "?returnUrl=https:///path,The returnUrl is not an http or https address.",
            "?returnUrl=https%3A%2F%2Fa%20b,The returnUrl is not an http or https address." })
    void needsAReturnUrl(String query, String detail) {
        JsonNode created = createReady();

        assertRefused(client.startAt("/rest/v1/sessions/" + Client.id(created) + "/start" + query), detail);
        assertThat(statusOf(created)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/rest/v1/sessions/%s/start?returnURL=https://example.com/x",
            "/rest//v1/sessions/%s/start?x=1&RETURNURL=https%%3A%%2F%%2Fexample.com%%2Fx" })
    void takesTheReturnUrlInAnyCase(String path) {
        JsonNode created = createReady();

        assertThat(client.startAt(path.formatted(Client.id(created).toUpperCase())).path("ReturnValue").asText())
                .isEqualTo("True");
        assertThat(client.session(created).path("SessionInfo").path("ReturnURL").asText()).isEqualTo("https://example.com/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "'SendSignerInvites':false; 1,1,1", "'UseSequence':2; 1,1,1",
            "'UseSequence':1; 1,2,2", "'UseSequence':0; 2,2,2", "'SendSignerInvites':true; 2,2,2" }, quoteCharacter = '`')
    void invitesAsTheSettingsSay(String info, String expected) {
        String signer = "{'LastName':'Lee','EmailAddress':'%s@example.com','SignerRole':'%s','Sequence':%d}";
        JsonNode created = client.create(body("'Title':'x'," + info, DOCUMENT,
                signer.formatted("a", "a", 5) + "," + signer.formatted("b", "b", 4) + "," + signer.formatted("c", "c", 4)));

        client.start(created);

        assertThat(statuses(created)).isEqualTo(expected);
        assertThat(statusOf(created)).isEqualTo(2);
    }

    @Test
    void withoutSequencesTheOrderOfTheListCounts() {
        JsonNode created = client.create(body("'Title':'x','UseSequence':1", DOCUMENT,
                SIGNER + "," + SIGNER.replace("Buyer 1", "Buyer 2")));

        client.start(created);

        assertThat(statuses(created)).isEqualTo("2,1");
    }

    @Test
    void refusesAnUnknownSession() {
        assertRefused(client.startAt("/rest/v1/sessions/" + NO_GUID + "/start?returnUrl=https://example.com"),
                "Error: Signing session not found.");
    }

    private String statuses(JsonNode created) {
        return String.join(",", client.session(created).path("Signers").findValuesAsText("StatusCode"));
    }

    private static void assertRefused(JsonNode answer, String... details) {
        assertThat(answer.path("Message").asText()).isEqualTo("Error");
        assertThat(answer.path("ReturnValue").asText()).isEqualTo("False");
        assertThat(Client.details(answer)).containsExactly(details);
    }
}
