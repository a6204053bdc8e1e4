package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.refused;
import static dev.esign.deployment.RecordingServer.requestResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.EsignException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SignInPage;
import dev.esign.SignInPage.LandingPage;
import dev.esign.SigningSessions;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.PurgeTime;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** What becomes of a session: each call is sent as documented, once, and isn't taken for done when it may not be. */
class SessionLifecycleTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SessionId ID = SessionId.of("a/b c");
    private static final URI BACK = URI.create("https://example.com/back?x=1");
    private static final String CONFIGURED = "https%3A%2F%2Fconfigured.example.com%2F";
    private static final String SESSIONS = "/rest/v1/sessions/";
    private static final SessionCopy COPY = SessionCopy.of(ID).transactionId("deal-2").title("Again").keepSigner("s-1")
            .readdressSigner("s-2", "two@example.com").addSigner("three@example.com").build();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.return-url", "https://configured.example.com/");

    @Inject
    SigningSessions sessions;

    @Inject
    ReactiveSigningSessions reactive;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    /** Each call by the verb and target that it has to have; True is the answer that all of them take for done. */
    private Map<String, Runnable> calls() {
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("PUT " + SESSIONS + "EditSession/a%2Fb%20c", () -> sessions.pause(ID));
        calls.put("PUT " + SESSIONS + "a%2Fb%20c/cancel?returnURL=" + CONFIGURED, () -> sessions.cancel(ID));
        calls.put("PUT " + SESSIONS + "a%2Fb%20c/cancel?returnURL=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1",
                () -> sessions.cancel(ID, BACK));
        calls.put("PUT " + SESSIONS + "a%2Fb%20c/close?returnURL=" + CONFIGURED, () -> sessions.close(ID));
        calls.put("DELETE " + SESSIONS + "a%2Fb%20c", () -> sessions.delete(ID));
        calls.put("PUT " + SESSIONS + "a%2Fb%20c/purge?returnURL=" + CONFIGURED + "&purgeNow=true",
                () -> sessions.purge(ID, PurgeTime.NOW));
        calls.put("PUT " + SESSIONS + "a%2Fb%20c/purge?returnURL=" + CONFIGURED + "&purgeNow=false",
                () -> sessions.purge(ID, PurgeTime.SCHEDULED));
        calls.put("PUT " + SESSIONS + "cancelPurging/a%2Fb%20c", () -> sessions.cancelPurge(ID));
        calls.put("PUT /rest/v1/transaction/UpdateTxId", () -> sessions.updateTransactionId(ID, "deal-2"));
        return calls;
    }

    private static String operation(String verbAndTarget) {
        return verbAndTarget.replaceFirst("\\?.*", "");
    }

    @Test
    void everyCallHasTheDocumentedVerbTargetAndHeaders() {
        calls().forEach((expected, call) -> {
            SERVER.reset();
            SERVER.answer(operation(expected), requestResponse("True"));
            call.run();
            assertThat(SERVER.requests(operation(expected))).as(expected).singleElement().satisfies(request -> {
                assertThat(request.method() + " " + request.target()).isEqualTo(expected);
                assertThat(request.headers()).containsEntry("content-type", "application/json");
                assertThat(request.headers().get("authorization")).matches("token-\\d+");
                if (request.method().equals("PUT") && request.body().isEmpty()) {
                    assertThat(request.headers()).containsEntry("content-length", "0").doesNotContainKey("transfer-encoding");
                }
            });
        });
    }

    @Test
    void aTransactionIdIsChangedByItsDocumentedBody() throws IOException {
        SERVER.answer("PUT /rest/v1/transaction/UpdateTxId", "{\"Message\":\"Success\"}");
        sessions.updateTransactionId(ID, "deal-2");

        assertThat(body("PUT /rest/v1/transaction/UpdateTxId")).isEqualTo(JSON.readTree("{\"userName\":\"owner@example.com\","
                + "\"signingSessionId\":\"a/b c\",\"newTransactionId\":\"deal-2\"}"));
    }

    @Test
    void aCopyIsWrittenAsTheDocumentedExampleWritesIt() throws IOException {
        SERVER.answer("POST /rest/v1/sessions/copy", RecordingServer.session(1));
        assertThat(sessions.copy(COPY)).isEqualTo(SessionId.of(RecordingServer.SESSION_ID));
        assertThat(body("POST /rest/v1/sessions/copy")).isEqualTo(JSON.readTree("{\"copyOptions\":{\"Version\":0,"
                + "\"RetainFields\":true},\"session\":{\"SigningSessionId\":\"a/b c\",\"SessionInfo\":{\"TransactionId\":"
                + "\"deal-2\",\"TransactionTitle\":\"Again\"},\"Signers\":[{\"SignerId\":\"s-1\"},{\"SignerId\":\"s-2\","
                + "\"EmailAddress\":\"two@example.com\"},{\"EmailAddress\":\"three@example.com\"}]}}"));

        SERVER.reset();
        SERVER.answer("POST /rest/v1/sessions/copy",
                "{\"Message\":\"Success\",\"SigningSessionId\":\"A/b c\",\"Session\":{\"Id\":\"inside\"}}");
        SessionCopy plain = SessionCopy.of(ID).fieldsRetained(false).build();
        assertThat(sessions.copy(plain)).isEqualTo(SessionId.of("inside"));
        assertThat(body("POST /rest/v1/sessions/copy")).isEqualTo(JSON.readTree("{\"copyOptions\":{\"Version\":0,"
                + "\"RetainFields\":false},\"session\":{\"SigningSessionId\":\"a/b c\",\"SessionInfo\":{\"TransactionId\":\""
                + plain.transactionId() + "\"}}}"));
    }

    @Test
    void aRefusalIsAFailureWithEsignsTexts() {
        calls().forEach((expected, call) -> {
            SERVER.reset();
            SERVER.answer(operation(expected), refused("no, not now"));
            assertThatThrownBy(call::run).as(expected).isInstanceOf(ValidationException.class)
                    .hasMessageContaining("no, not now");
            assertThat(SERVER.requests(operation(expected))).hasSize(1);
        });
    }

    @Test
    void aLostAnswerIsNeverRepeated() {
        Map<String, Runnable> calls = calls();
        calls.put("POST /rest/v1/sessions/copy", () -> sessions.copy(COPY));
        calls.forEach((expected, call) -> {
            for (String[] loss : new String[][] { { "200", DROP }, { "502", "<html>" }, { "200", "<html>" } }) {
                SERVER.reset();
                SERVER.answer(operation(expected), Integer.parseInt(loss[0]), "text/html", loss[1]);
                assertThatThrownBy(call::run).as(expected + " " + loss[1]).isInstanceOfSatisfying(
                        OutcomeUnknownException.class, lost -> assertThat(lost.sessionId()).contains(ID));
                assertThat(SERVER.requests(operation(expected))).hasSize(1);
            }
        });
        SERVER.answer("POST /rest/v1/sessions/copy", "{\"Message\":\"Success\"}");
        assertThatThrownBy(() -> sessions.copy(COPY)).isInstanceOfSatisfying(OutcomeUnknownException.class,
                lost -> assertThat(lost.transactionId()).contains("deal-2"));
    }

    @Test
    void neitherTrueNorFalseIsNoSuccess() {
        SERVER.answer("DELETE /rest/v1/sessions/a%2Fb%20c", "{}");
        assertThatThrownBy(() -> sessions.delete(ID)).isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("neither True nor False");
    }

    @Test
    void aRefusedTokenIsReplacedOnce() {
        SERVER.answer("DELETE /rest/v1/sessions/a%2Fb%20c", "null")
                .answer("DELETE /rest/v1/sessions/a%2Fb%20c", requestResponse("True"));
        sessions.delete(ID);
        assertThat(SERVER.requests("DELETE /rest/v1/sessions/a%2Fb%20c"))
                .extracting(request -> request.headers().get("authorization")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void anArgumentThatIsMissingIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> sessions.cancel(null, BACK)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("session id");
        assertThatThrownBy(() -> sessions.updateTransactionId(ID, " ")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("transaction id");
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void theReactiveTwinDoesTheSameOnceItIsSubscribedTo() {
        Uni<Void> cancel = reactive.cancel(ID);
        assertThat(SERVER.requests()).isEmpty();

        SERVER.answer("PUT /rest/v1/sessions/a%2Fb%20c/cancel", requestResponse("True"))
                .answer("PUT /rest/v1/sessions/a%2Fb%20c/cancel", refused("no"));
        cancel.await().indefinitely();
        assertThatThrownBy(() -> cancel.await().indefinitely()).isInstanceOf(EsignException.class);
        assertThat(SERVER.requests("PUT /rest/v1/sessions/a%2Fb%20c/cancel")).extracting(Request::target)
                .containsOnly(SESSIONS + "a%2Fb%20c/cancel?returnURL=" + CONFIGURED);
    }

    @Test
    void theSignInAddressOfEsign2HasTheDocumentedParameters() {
        SignInPage page = SignInPage.at(URI.create("https://client.example.com/")).session(ID).landingPage(LandingPage.STEP2)
                .themeUrl(BACK).headerShown(true).leftMenuShown(false).filteredBy("Deal & 1").packagesAllowed(true)
                .templatesAllowed(true).newSessionsAllowed(false).transactionNameLocked(true).build();

        String url = sessions.signInUrl(page).reveal().toString();

        assertThat(url.replaceFirst("token-\\d+", "T")).isEqualTo("https://client.example.com/Account/LogMeIn?token=T"
                + "&ssid=a%2Fb%20c&username=owner%40example.com&landingPage=step2"
                + "&themeUrl=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1&showHeader=true&showLeftMenu=false"
                + "&filterByTxName=Deal%20%26%201&allowAddPackage=true&allowApplyTemplate=true&allowAddSession=false"
                + "&disableTransactionName=true");
        assertThat(sessions.signInUrl(page).toString())
                .startsWith(
                        "https://client.example.com/Account/LogMeIn?token=***&ssid=a%2Fb%20c&username=***&landingPage=step2")
                .doesNotContain("Deal");
    }

    private static Object body(String operation) throws IOException {
        assertThat(SERVER.requests(operation)).hasSize(1);
        return JSON.readTree(SERVER.requests(operation).get(0).body());
    }
}
