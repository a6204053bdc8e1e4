package dev.esign.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.EsignSandbox;

/** Sends what tests without Quarkus need, as plainly as can be. */
final class TestClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final EsignSandbox sandbox;

    TestClient(EsignSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Creates a session with one document, whose tags aren't looked for, and one signer for each role. */
    String create(String title, SampleDocument document, String... roles) {
        return create(title, document, null, roles);
    }

    String create(String title, SampleDocument document, Instant expiresOn, String... roles) {
        ObjectNode body = JSON.createObjectNode().put("userName", "owner@example.com");
        ObjectNode session = body.putObject("session");
        session.putObject("SessionInfo").put("Title", title).put("TransactionId", "transaction of " + title)
                .put("AllowDelegation", true)
                .put("ExpiresOn", expiresOn == null ? null : "/Date(" + expiresOn.toEpochMilli() + ")/");
        session.putArray("Documents").addObject().put("FileName", document.fileName()).put("FileBytes",
                Base64.getEncoder().encodeToString(document.bytes()));
        ArrayNode signers = session.putArray("Signers");
        for (String role : roles) {
            signers.addObject().put("SignerRole", role).put("FirstName", "Test").put("LastName", role)
                    .put("EmailAddress", role.replace(" ", "").toLowerCase(Locale.ROOT) + "@example.com");
        }
        return call("POST", "/rest/v1/sessions", body.toString()).path("SigningSessionId").asText();
    }

    void start(String id) {
        call("PUT", "/rest/v1/sessions/" + id + "/start?returnURL=https%3A%2F%2Fwww.example.com", "");
    }

    private JsonNode call(String verb, String path, String body) {
        JsonNode encrypted = send(request("/rest/v1/encrypt/key/salt"));
        JsonNode token = send(request("/rest/v1/gettoken/salt").header("Authorization", text(encrypted)));
        JsonNode answer = send(request(path).header("Authorization", text(token)).header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body)));
        assertThat(answer.path("Message").asText()).as(answer.toString()).isEqualTo("Success");
        return answer;
    }

    private static String text(JsonNode answer) {
        return answer.isTextual() ? answer.asText() : answer.path("ReturnValue").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(sandbox.url().resolve(path));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while eSign was called", e);
        }
    }
}
