package dev.esign.testing.examples;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.esign.anchortags.AnchorTag;
import dev.esign.model.Document;
import dev.esign.model.SessionId;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.Fault;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.MailKind;
import dev.esign.testing.SampleDocument;
import dev.esign.testing.SigningParty;
import dev.esign.testing.Troubles;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;

// tag::example[]
@QuarkusTest
@WithEsignSandbox
class AgreementsTest {

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Inject
    Agreements agreements;

    @Test
    void theBuyerIsInvitedAndSigns() {
        SessionId id = agreements.send(agreement(), "buyer@example.com");

        assertThatEsign(sandbox).created(1).called("StartSession", 1)
                .session(id).isStarted().hasTitle("Purchase agreement").hasDocument("agreement.pdf")
                .hasMailed(MailKind.INVITATION, 1)
                .signer("Buyer 1").isInvited().hasEmail("buyer@example.com").hasFields("SIGNATURE");

        SigningParty.of(sandbox, id).sign("Buyer 1");

        assertThat(agreements.tellStatus(id)).isEqualTo("Completed");
    }

    @Test
    void eSignMayBeDown() {
        SessionId id = agreements.send(agreement(), "buyer@example.com");

        Fault down = Troubles.unavailable(sandbox);
        assertThat(agreements.tellStatus(id)).isEqualTo("unknown, ask again later");

        down.remove();
        assertThat(agreements.tellStatus(id)).isEqualTo("InSent");
    }

    private static Document.Builder agreement() {
        return SampleDocument.pdf("agreement.pdf").paragraph("Signed:", AnchorTag.signature("Buyer 1")).toDocument();
    }
}
// end::example[]
