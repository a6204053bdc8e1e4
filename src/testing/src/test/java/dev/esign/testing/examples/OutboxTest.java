package dev.esign.testing.examples;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.esign.Operation;
import dev.esign.ReactiveSigningSessions;
import dev.esign.model.SessionId;
import dev.esign.testing.EsignOutbox;
import dev.esign.testing.EsignOutboxProfile;
import dev.esign.testing.SampleDocument;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

// tag::example[]
@QuarkusTest
@TestProfile(EsignOutboxProfile.class)
class OutboxTest {

    @Inject
    EsignOutbox outbox;

    @Inject
    Agreements agreements;

    @Inject
    ReactiveSigningSessions reactiveSessions;

    @BeforeEach
    void clear() {
        outbox.clear();
    }

    @Test
    void bothStylesEndUpThere() {
        SessionId id = agreements.send(SampleDocument.docx("agreement.docx").toDocument(), "buyer@example.com");
        reactiveSessions.cancel(id).await().indefinitely();

        assertThat(outbox.calls()).containsExactly(Operation.GET_SESSIONS_LITE, Operation.CREATE_SESSION,
                Operation.START_SESSION, Operation.CANCEL_SESSION);
    }
}
// end::example[]
