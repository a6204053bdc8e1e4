package dev.esign.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.esign.testing.SigningParty;
import dev.esign.testing.Troubles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

/** What the application is told and shows: webhooks, meters, spans, readiness. */
@QuarkusTest
class ObservedTest extends ApplicationTest {

    /** It is in the address of EncryptString. */
    private static final String API_KEY = "sandbox-key";
    private static final String WEBHOOK = "/esign/webhook/secret-of-the-integration-tests";

    @Test
    void webhooksBecomeEvents() {
        sandbox.webhooks().add(URI.create("http://127.0.0.1:" + RestAssured.port + WEBHOOK));
        String id = done("blocking", DEFAULT, "send", "title", "Sale", "files", AGREEMENT, "tags", "yes");
        SigningParty.of(sandbox, id).signAll();

        await().untilAsserted(() -> assertThat(given().get("/events").asString().lines())
                .contains("session " + id + " InSent", "session " + id + " Completed", "signer " + id + " Completed",
                        "later SessionStatusChanged", "later SignerStatusChanged"));
        assertThat(given().contentType(ContentType.JSON)
                .body("{\"Data\":{\"SigningSessionId\":\"x\",\"Type\":\"Other\",\"Status\":1}}").post(WEBHOOK).statusCode())
                .isEqualTo(200);
        assertThat(given().get("/events").asString()).contains("unknown " + DEFAULT);
        assertThat(given().contentType(ContentType.JSON).body("{}").post(WEBHOOK + "x").statusCode()).isEqualTo(404);
    }

    @Test
    void callsAreMeasured() {
        done("blocking", DEFAULT, "create", "title", "Sale", "bytes", "10");
        done("reactive", "contract", "create", "title", "Sale", "bytes", "10");

        assertThat(given().get("/q/metrics").asString())
                .contains("esign_calls_seconds_count{account=\"<default>\",operation=\"CreateSession\",outcome=\"success\"}",
                        "esign_calls_seconds_count{account=\"contract\",operation=\"CreateSession\",outcome=\"success\"}",
                        "esign_sent_bytes_total{account=\"<default>\",operation=\"CreateSession\"}");
    }

    @Test
    void callsAreTraced() {
        String id = done("reactive", DEFAULT, "create", "title", "Sale", "bytes", "10");
        done("blocking", DEFAULT, "start", "session", id);

        await().untilAsserted(() -> assertThat(given().get("/spans").asString().lines())
                .anyMatch(span -> span.startsWith("CreateSession ") && span.contains("esign.outcome=success"))
                .anyMatch(span -> span.startsWith("start session ") && span.contains(id))
                .noneMatch(span -> span.contains(API_KEY)));
    }

    @Test
    void theLogOfCallsHasNoSecrets() {
        done("blocking", "contract", "create", "title", "Sale", "bytes", "10");

        await().untilAsserted(() -> assertThat(Path.of("target", "quarkus.log")).content()
                .contains("/rest/v1/encrypt/***", "Response: POST").doesNotContain(API_KEY));
    }

    @Test
    void readinessFollowsWhetherATokenCanBeHad() {
        // Account 'stranger' never can.
        assertThat(given().get("/q/health/ready").asString()).contains("\"<default>\": \"success\"",
                "\"secure\": \"success\"", "\"stranger\": \"authentication\"", "\"closed\": \"unavailable\"");
        Troubles.unavailable(sandbox);
        await().untilAsserted(
                () -> assertThat(given().get("/q/health/ready").asString()).contains("\"<default>\": \"unavailable\""));
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }
}
