package dev.esign.service.session;

import static dev.esign.service.Awaiting.await;
import static dev.esign.service.session.SessionFilesTest.assertProblem;
import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.Fault;
import dev.esign.service.SpecialSettings;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.Troubles;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests that wait for each other, and starts in the background, where there is room for one of them. */
@QuarkusTest
@TestProfile(SpecialSettings.class)
@WithEsignSandbox
class SendingLimitsTest {

    private static final Duration UNTIL_REMOVED = Duration.ofMinutes(9);

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Test
    void createIsRejectedWhileItsKeyIsInUse() {
        String key = UUID.randomUUID().toString();
        Fault slow = sandbox.faults().next(1).of("CreateSession").lag(UNTIL_REMOVED);
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> session().header("Idempotency-Key", key)
                .post("/sessions"));
        await("the first request creates the session", () -> slow.hits() == 1);

        Response second = session().header("Idempotency-Key", key).post("/sessions");

        assertProblem(second, 409, "idempotency-key-in-use");
        assertThat(second.header("Retry-After")).isEqualTo("2");
        slow.remove();
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(session().header("Idempotency-Key", key).post("/sessions").statusCode()).isEqualTo(200);
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void createIsRejectedWhileTooManySessionsAreStarted() {
        Fault slow = sandbox.faults().next(1).of("StartSession").lag(UNTIL_REMOVED);
        assertThat(send("respond-async").statusCode()).isEqualTo(202);

        Response rejected = send("respond-async");

        assertProblem(rejected, 503, "overloaded");
        assertThat(rejected.header("Retry-After")).isEqualTo("5");
        assertThatEsign(sandbox).called("CreateSession", 1);
        await("the session is being started", () -> slow.hits() == 1);
        slow.remove();
        await("there is room again", () -> send("respond-async, wait=60").statusCode() == 201);
    }

    @Test
    void rejectedCreateLeavesRoomForFurtherStarts() {
        for (int i = 0; i < 3; i++) {
            Troubles.refused(sandbox, "CreateSession", "Error: no.");
            assertProblem(send("respond-async"), 422, "refused");
        }
    }

    private static Response send(String preference) {
        return session().header("Prefer", preference).post("/sessions?start=true");
    }

    private static RequestSpecification session() {
        return given().contentType("application/json").body("""
                {"title": "Agreement", "documents": [{"fileName": "agreement.pdf", "content": "JVBERi0="}],
                 "signers": [{"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"}]}""");
    }
}
