package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class JournalTest extends SandboxTest {

    private static final String BODY = body("'Title':'Offer'", DOCUMENT, SIGNER);
    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void tellsWhatWasAskedAndAnswered() throws Exception {
        clock.advance(Duration.ofDays(1));
        JsonNode created = client.create(BODY);

        RecordedRequest request = only("CreateSession");
        assertThat(request.at()).isEqualTo(MutableClock.NOW.plus(Duration.ofDays(1)));
        assertThat(request.verb()).isEqualTo("POST");
        assertThat(request.template()).isEqualTo("rest/v1/sessions");
        assertThat(request.path()).isEqualTo("/rest/v1/sessions");
        assertThat(request.headers()).containsEntry("content-type", List.of("application/json"));
        assertThat(request.form()).isEqualTo(new RecordedRequest.Form("length", BODY.length(), "numbers"));
        assertThat(request.answer()).isEqualTo(new RecordedAnswer(200, "Success", "whole"));
        assertThat(request.duration()).isPositive();
        assertThat(request.faults()).isEmpty();
        JsonNode session = request.body().orElseThrow().path("session");
        assertThat(session.path("SessionInfo").path("Title").asText()).isEqualTo("Offer");
        assertThat(session.path("Signers").path(0).path("EmailAddress").asText()).isEqualTo("ann@example.com");
        assertThat(session.path("Documents").path(0).toString())
                .isEqualTo(json("{'FileName':'a.docx','FileBytes':{'size':3,'sha256':'" + sha256(1, 2, 3) + "'}}"));

        client.start(created);
        assertThat(only("StartSession").query()).containsExactly(entry("returnUrl", Client.RETURN_URL));
        assertThat(only("StartSession").path()).isEqualTo("/rest/v1/sessions/" + Client.id(created) + "/start");
        assertThat(only("StartSession").form()).isEqualTo(new RecordedRequest.Form("none", 0, ""));
    }

    @Test
    void isThereBeforeTheAnswer() {
        for (int i = 1; i <= 50; i++) {
            client.get("/rest/v1/landingurl");
            assertThat(sandbox.journal().requests("GetLandingURL")).hasSize(i);
        }
        assertThat(sandbox.journal().requests()).extracting(RecordedRequest::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void namesTheFormInWhichDocumentsCame() {
        client.create(body("'Title':'x'", json("{'FileName':'a','FileBytes':'AQID'}"), ""));
        client.post("/rest/v1/sessions", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                body("'Title':'x'", "{'FileName':'a','FileBytes':'AQID'},{'FileName':'b','FileBytes':[1]}", "")
                        .getBytes(StandardCharsets.UTF_8))));

        assertThat(sandbox.journal().requests("CreateSession")).extracting(request -> request.form().transfer())
                .containsExactly("length", "chunked");
        assertThat(sandbox.journal().requests("CreateSession")).extracting(request -> request.form().fileBytes())
                .containsExactly("base64", "mixed");
    }

    @Test
    void showsNoSecret() {
        String token = client.getToken(client.encrypt("s3cret", "pepper"), "pepper").path("ReturnValue").asText();
        client.send(client.request("/rest/v1/landingurl").header("Authorization", token).header("Cookie", "c=s3cret"));
        client.get("/signin?token=" + client.token());
        client.get("/rest/v1/Encrypt/s3cret/pepper");
        client.get("/v1/tokenusernamepassword/x/pepper");
        client.get("/nowhere?Token=s3cret&PASSWORD=s3cret");
        client.create(body("'Title':'x','Password':'s3cret'", "", "{'LastName':'Lee','EmailAddress':'a@example.com',"
                + "'SignatureImageBase64':'s3cret','AuthenticationSettings':{'Password':'s3cret','password':12345},"
                + "'Properties':[{'Value':'s3cret','Key':'Password'}]}"));

        assertThat(text(sandbox.journal())).contains("masked-", "a@example.com")
                .doesNotContain("s3cret", "pepper", token, "12345");
        assertThat(sandbox.journal().requests("EncryptString").get(0).path())
                .matches("/rest/v1/encrypt/masked-\\w{12}/masked-\\w{12}");
        assertThat(sandbox.journal().requests().toString()).doesNotContain("example.com");
    }

    @Test
    void equalSecretsLookEqual() {
        String token = client.token();
        for (String used : List.of(token, token, client.token())) {
            client.send(client.request("/rest/v1/landingurl").header("Authorization", used));
        }

        List<List<String>> masks = sandbox.journal().requests("GetLandingURL").stream()
                .map(request -> request.headers().get("authorization")).toList();
        assertThat(masks.get(0)).isEqualTo(masks.get(1)).isNotEqualTo(masks.get(2));
    }

    @Test
    void holdsRequestsThatRanIntoAFaultWithTheirBodies() {
        sandbox.faults().next(1).of("CreateSession").lag(Duration.ofMillis(1));
        Fault unavailable = sandbox.faults().next(1).of("CreateSession").status(503);
        client.post("/rest/v1/sessions", BodyPublishers.ofString(BODY));
        client.create(BODY);

        List<RecordedRequest> requests = sandbox.journal().requests("CreateSession");
        assertThat(requests.get(0).answer()).isEqualTo(new RecordedAnswer(503, "Service Unavailable", "whole"));
        assertThat(requests.get(0).faults()).hasSize(2).last()
                .isEqualTo("#" + unavailable.id() + " next 1 of CreateSession: status 503");
        assertThat(requests.get(0).body()).isEqualTo(requests.get(1).body()).isPresent();
        assertThat(requests.get(0).form()).isEqualTo(requests.get(1).form());
        assertThat(requests.get(0).duration()).isGreaterThan(Duration.ofMillis(1));
    }

    @Test
    void tellsOfAnswersThatNeverWent() throws Exception {
        FaultyCalls next = sandbox.faults().next(1);
        List<Supplier<Fault>> faults = List.of(next::dropTheConnection, () -> next.silence(Duration.ofMillis(1)),
                () -> next.truncateTheAnswer(3), () -> next.trickle(50, Duration.ofMillis(1)));
        for (Supplier<Fault> fault : faults) {
            fault.get();
            RawClient.exchange(sandbox.port(), "GET /rest/v1/landingurl HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        }

        assertThat(sandbox.journal().requests()).extracting(RecordedRequest::answer).containsExactly(
                new RecordedAnswer(0, "", "dropped"), new RecordedAnswer(0, "", "silent"),
                new RecordedAnswer(200, "null", "cut"), new RecordedAnswer(200, "null", "trickled"));
    }

    @Test
    void summarizesRefusals() {
        client.create(body("'Title':''", "", "{}"));
        client.post("/rest/v1/sessions", BodyPublishers.ofString("{"));
        client.get("/rest/v1/nothing");

        assertThat(sandbox.journal().requests(request -> !request.operation().contains("Token")
                && !request.operation().contains("Encrypt"))).extracting(request -> request.answer().summary())
                .containsExactly("Error: Error: Title is required. / "
                        + "Error: All signers must have a last name and valid email address.", "Request Error", "");
        assertThat(sandbox.journal().requests("CreateSession").get(1).body()).isEmpty();
        RecordedRequest unknown = sandbox.journal().requests("").get(0);
        assertThat(unknown.path()).isEqualTo("/rest/v1/nothing");
        assertThat(unknown.template()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/signin", "/_sandbox/none" })
    void leavesOutWhatIsTheSandboxesOwn(String path) {
        client.get(path);

        assertThat(sandbox.journal().requests()).isEmpty();
    }

    @Test
    void forgetsTheOldest() {
        try (EsignSandbox small = EsignSandbox.builder().journalSize(2).start()) {
            for (String path : List.of("/a", "/b", "/c")) {
                new Client(small.url()).get(path);
            }
            assertThat(small.journal().requests()).extracting(RecordedRequest::path).containsExactly("/b", "/c");
            small.journal().clear();
            assertThat(small.journal().requests()).isEmpty();
            new Client(small.url()).get("/d");
            assertThat(small.journal().requests()).extracting(RecordedRequest::id).containsExactly(4L);
        }
        try (EsignSandbox none = EsignSandbox.builder().journalSize(0).start()) {
            new Client(none.url()).get("/a");
            assertThat(none.journal().requests()).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> EsignSandbox.builder().journalSize(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> EsignSandbox.builder().journalSize(100_001));
    }

    @Test
    void aBodyTakesNoMoreRoomThanAJournalNeeds() {
        String signer = "{'FirstName':'" + "x".repeat(3_000) + "','LastName':'Lee','EmailAddress':'a@example.com'}";
        client.create(body("'Title':'" + "y".repeat(2_000_000) + "'", "",
                signer + (",{'LastName':'Lee','EmailAddress':'a@example.com'}").repeat(5_000)));

        JsonNode kept = only("CreateSession").body().orElseThrow();
        assertThat(kept.path("session").path("SessionInfo").path("Title").asText()).hasSize(1_001).endsWith("y…");
        assertThat(kept.toString().length()).isLessThan(150_000);
    }

    @Test
    void waitsForRequests() throws Exception {
        CompletableFuture<List<RecordedRequest>> awaited = CompletableFuture
                .supplyAsync(() -> sandbox.journal().await(2, "GetLandingURL", SOON));
        CompletableFuture<List<RecordedRequest>> news = CompletableFuture.supplyAsync(() -> sandbox.journal().since(1, SOON));

        client.get("/rest/v1/landingurl");
        assertThat(awaited).isNotDone();
        client.get("/rest/v1/landingurl");

        assertThat(awaited.get()).hasSize(2);
        assertThat(news.get()).extracting(RecordedRequest::id).containsExactly(2L);
        assertThat(sandbox.journal().since(2, Duration.ZERO)).isEmpty();
    }

    @Test
    void saysWhatCameInsteadWhenItWaitedForNothing() {
        client.get("/rest/v1/landingurl");

        assertThatIllegalStateException().isThrownBy(() -> sandbox.journal().await(1, "GetToken", Duration.ofMillis(20)))
                .withMessageContainingAll("Of 1 requests to GetToken, 0 came", "GetLandingURL");
    }

    @Test
    void whatItHandsOutMayBeChanged() {
        client.create(BODY);

        ((ObjectNode) only("CreateSession").body().orElseThrow()).removeAll();

        assertThat(only("CreateSession").body().orElseThrow().size()).isEqualTo(2);
    }

    private RecordedRequest only(String operation) {
        assertThat(sandbox.journal().requests(operation)).hasSize(1);
        return sandbox.journal().requests(operation).get(0);
    }

    /** Everything that an entry holds. */
    private static String text(Journal journal) {
        StringBuilder text = new StringBuilder();
        for (RecordedRequest request : journal.requests()) {
            text.append(List.of(request.path(), request.query(), request.headers(), request.body(), request.answer(),
                    request.answer().summary(), request.template(), request.faults()));
        }
        return text.toString();
    }

    private static Map.Entry<String, String> entry(String key, String value) {
        return Map.entry(key, value);
    }

    private static String sha256(int... octets) throws Exception {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
