package dev.esign.service;

import static dev.esign.service.Api.assertProblem;
import static dev.esign.service.Api.created;
import static dev.esign.service.Api.patch;
import static dev.esign.service.Api.post;
import static dev.esign.service.Api.problems;
import static dev.esign.service.Api.started;
import static dev.esign.service.Api.status;
import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.SigningParty;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What becomes of sessions, over HTTP, against the sandbox. */
@QuarkusTest
@WithEsignSandbox
class LifecycleTest {

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Test
    void pausesCancelsAndDeletes() {
        String id = started();

        assertDone(given().noContentType().post("/sessions/" + id + "/pause"));
        assertThat(status(id)).isEqualTo("InPaused");
        assertDone(post("/sessions/" + id + "/cancel", "{\"returnUrl\": \"https://www.example.com/\"}"));
        assertThat(status(id)).isEqualTo("Cancelled");
        assertDone(given().delete("/sessions/" + id));
        assertThat(status(id)).isEqualTo("Deleted");
    }

    @Test
    void closesPurgesAndTakesThePurgeBack() {
        String id = started();

        assertDone(given().noContentType().post("/sessions/" + id + "/close"));
        assertThat(status(id)).isEqualTo("Completed");
        assertDone(given().noContentType().post("/sessions/" + id + "/purge"));
        assertThat(status(id)).isNotIn("Completed", "Purged");
        assertDone(given().delete("/sessions/" + id + "/purge"));
        assertThat(status(id)).isEqualTo("Completed");
        assertDone(post("/sessions/" + id + "/purge", "{\"time\": \"now\"}"));
        assertThat(status(id)).isEqualTo("Purged");
    }

    @Test
    void copiesWhatDiffers() {
        String id = created();
        String signer = given().get("/sessions/" + id).jsonPath().getString("signers[0].id");
        String transactionId = UUID.randomUUID().toString();

        Response copied = post("/sessions/" + id + "/copy", """
                {"transactionId": "%s", "title": "Second try", "fieldsRetained": true,
                 "signers": [{"id": "%s", "email": "other@example.com"}]}""".formatted(transactionId, signer));

        assertThat(copied.statusCode()).as(copied.asString()).isEqualTo(201);
        String copy = copied.path("id");
        assertThat(copy).isNotEqualTo(id);
        assertThat(copied.<String> path("transactionId")).isEqualTo(transactionId);
        assertThat(copied.header("Location")).startsWith("http://").endsWith("/sessions/" + copy);
        Map<String, Object> session = given().get(copied.header("Location")).jsonPath().getMap("");
        assertThat(session).contains(entry("status", "InDraft"), entry("transactionId", transactionId));
        assertThat(given().get("/sessions/" + copy).jsonPath().getList("signers.email")).containsExactly("other@example.com");
    }

    @Test
    void copiesWithoutABody() {
        String id = created();

        Response copied = given().noContentType().post("/sessions/" + id + "/copy");

        assertThat(copied.statusCode()).isEqualTo(201);
        assertThat(copied.<String> path("transactionId")).isNotBlank();
    }

    @Test
    void listsAllThatIsWrongWithACopy() {
        Response refused = post("/sessions/" + UUID.randomUUID() + "/copy", """
                {"transactionId": " ", "title": "", "signers": [null, {}, {"id": ""}, {"id": "1", "email": "nobody"}]}""");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("transactionId", "title", "signers[0]", "signers[1].email",
                "signers[2].id", "signers[3].email");
        assertThat(problems(refused).get("title")).isEqualTo("is blank; leave it out to keep the original's");
        assertThat(refused.asString()).doesNotContain("nobody");
    }

    @Test
    void listsAllThatIsWrongWithAPurge() {
        Response refused = post("/sessions/" + UUID.randomUUID() + "/purge", "{\"time\": \"soon\", \"returnUrl\": \"x\"}");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(entry("time", "is not one of now, scheduled"),
                entry("returnUrl", "is not an http or https address; give one like https://www.example.com/"));
    }

    @ParameterizedTest
    @CsvSource({ "POST, /close, CloseSession", "POST, /purge, PurgeSessionDocs", "DELETE, /purge, CancelPurgingSession" })
    void saysThatADraftsStatusDoesntAllowIt(String method, String path, String operation) {
        String id = created();

        Response refused = given().noContentType().request(method, "/sessions/" + id + path);

        assertProblem(refused, 409, "invalid-session-state");
        assertThat(refused.jsonPath().getString("operation")).isEqualTo(operation);
        assertThat(refused.jsonPath().getString("sessionId")).isEqualTo(id);
        assertThat(refused.jsonPath().<String> getList("texts")).singleElement().asString().contains("InDraft");
        assertThat(status(id)).isEqualTo("InDraft");
    }

    @ParameterizedTest
    @CsvSource({ "POST, /pause", "POST, /cancel", "POST, /close" })
    void saysThatACompletedSessionsStatusDoesntAllowIt(String method, String path) {
        String id = started();
        SigningParty.of(sandbox, id).signAll();

        assertProblem(given().noContentType().request(method, "/sessions/" + id + path), 409, "invalid-session-state");
        assertThat(status(id)).isEqualTo("Completed");
    }

    @Test
    void saysThatAPurgedSessionCantBeCopied() {
        String id = started();
        assertDone(given().noContentType().post("/sessions/" + id + "/close"));
        assertDone(post("/sessions/" + id + "/purge", "{\"time\": \"now\"}"));

        assertProblem(given().noContentType().post("/sessions/" + id + "/copy"), 409, "invalid-session-state");
    }

    @ParameterizedTest
    @CsvSource({ "POST, /pause", "POST, /cancel", "POST, /close", "POST, /purge", "DELETE, /purge", "POST, /copy", "DELETE, ''",
            "GET, /log" })
    void doesntKnowASessionThatWasNeverCreated(String method, String path) {
        assertProblem(given().noContentType().request(method, "/sessions/" + UUID.randomUUID() + path), 404,
                "session-not-found");
    }

    @Test
    void tellsWhatHappened() {
        String id = started();

        List<Map<String, Object>> entries = given().get("/sessions/" + id + "/log").jsonPath().getList("entries");

        assertThat(entries).hasSizeGreaterThan(1)
                .allSatisfy(entry -> assertThat(entry).containsKeys("date", "ipAddress", "description"));
    }

    @Test
    void sparesTheCallerASessionThatItHas() {
        String id = created();
        String version = given().get("/sessions/" + id).header("ETag");
        assertThat(version).matches("\"[0-9a-f]{32}\"");

        Response unchanged = given().header("If-None-Match", "\"other\", W/" + version).get("/sessions/" + id);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).isEqualTo(version);
        assertThat(unchanged.asString()).isEmpty();

        assertThat(patch("/sessions/" + id, "{\"title\": \"Another\"}").statusCode()).isEqualTo(204);
        Response changed = given().header("If-None-Match", version).get("/sessions/" + id);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(version);
        assertThat(changed.jsonPath().getString("title")).isEqualTo("Another");
    }

    @Test
    void changesNothingThatIsntWhatTheCallerTakesItFor() {
        String id = created();
        String version = given().get("/sessions/" + id).header("ETag");
        assertThat(given().contentType("application/json").header("If-Match", version).body("{\"title\": \"Another\"}")
                .patch("/sessions/" + id).statusCode()).isEqualTo(204);

        for (String stale : List.of(version, "W/" + given().get("/sessions/" + id).header("ETag"))) {
            assertProblem(given().contentType("application/json").header("If-Match", stale).body("{\"title\": \"A third\"}")
                    .patch("/sessions/" + id), 412, "session-changed");
            assertProblem(given().noContentType().header("If-Match", stale).post("/sessions/" + id + "/cancel"), 412,
                    "session-changed");
            assertProblem(given().header("If-Match", stale).delete("/sessions/" + id), 412, "session-changed");
        }
        assertThatEsign(sandbox).sessionWithId(id).isDraft();
        assertThat(given().get("/sessions/" + id).jsonPath().getString("title")).isEqualTo("Another");

        assertDone(given().noContentType().header("If-Match", "*").post("/sessions/" + id + "/cancel"));
        assertProblem(given().header("If-Match", "*").delete("/sessions/" + UUID.randomUUID()), 404, "session-not-found");
    }

    @Test
    void takesClientsThatAskForProblemsOnly() {
        String id = started();

        assertDone(given().noContentType().accept("application/problem+json").post("/sessions/" + id + "/pause"));
        Response read = given().accept("application/problem+json").get("/sessions/" + id);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.contentType()).startsWith("application/json");
        assertProblem(given().accept("application/problem+json").get("/sessions/" + UUID.randomUUID()), 404,
                "session-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = { "copy", "pause", "cancel", "close", "purge" })
    void takesNoOtherIds(String operation) {
        assertProblem(given().urlEncodingEnabled(false).post("/sessions/..%2Fusers/" + operation), 404, "unknown-address");
    }

    private static void assertDone(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
        assertThat(response.asString()).isEmpty();
    }
}
