package dev.esign.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.OutcomeUnknownException;
import dev.esign.testing.EsignOutbox;
import dev.esign.testing.EsignOutboxProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Failures that are rare in eSign, over HTTP. */
@QuarkusTest
@TestProfile(EsignOutboxProfile.class)
class FailuresTest {

    @Inject
    EsignOutbox outbox;

    @Test
    void tellsUnderWhichTransactionASessionMayBe() {
        outbox.failNext(new OutcomeUnknownException(
                new FailedCall(Operation.CREATE_SESSION, null, "order-1", null, List.of()), "the connection was lost", null));

        Response failed = given().contentType("application/json")
                .body("{\"title\": \"Agreement\", \"transactionId\": \"order-1\"}").post("/sessions");

        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.jsonPath().getString("type")).isEqualTo("urn:esign:problem:outcome-unknown");
        assertThat(failed.jsonPath().getString("transactionId")).isEqualTo("order-1");
        assertThat(outbox.sessions()).isEmpty();
        assertThat(outbox.calls()).hasSize(1);
    }
}
