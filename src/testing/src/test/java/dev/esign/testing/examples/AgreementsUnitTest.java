package dev.esign.testing.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.UnavailableException;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;
import dev.esign.testing.EsignOutbox;
import dev.esign.testing.OutboxSession;
import dev.esign.testing.SampleDocument;

// tag::example[]
class AgreementsUnitTest {

    private final EsignOutbox outbox = new EsignOutbox();
    private final Agreements agreements = new Agreements(outbox.signingSessions());

    @Test
    void theBuyerIsAskedToSign() {
        agreements.send(SampleDocument.docx("agreement.docx").toDocument(), "buyer@example.com");

        OutboxSession sent = outbox.onlySession();
        assertThat(sent.isStarted()).isTrue();
        assertThat(sent.signers()).extracting(Signer::email).containsExactly("buyer@example.com");
    }

    @Test
    void tellsWhenTheStatusIsUnknown() {
        SessionId id = agreements.send(SampleDocument.docx("agreement.docx").toDocument(), "buyer@example.com");
        outbox.failNext(new UnavailableException(FailedCall.of(Operation.GET_SESSION, id), "eSign is down", null));

        assertThat(agreements.tellStatus(id)).isEqualTo("unknown, ask again later");

        outbox.set(id, SessionStatus.COMPLETED);
        assertThat(agreements.tellStatus(id)).isEqualTo("Completed");
    }
}
// end::example[]
