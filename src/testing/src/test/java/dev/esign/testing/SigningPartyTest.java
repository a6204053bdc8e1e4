package dev.esign.testing;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.model.SessionId;
import dev.esign.model.SignerRole;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.SandboxField;

/** What signers do. */
class SigningPartyTest {

    @RegisterExtension
    static final EsignSandboxExtension ESIGN = new EsignSandboxExtension();

    private final EsignSandbox sandbox = ESIGN.sandbox();
    private SigningParty party;

    @BeforeEach
    void send() {
        TestClient client = new TestClient(sandbox);
        String id = client.create("Agreement", SampleDocument.docx("agreement.docx"), "Buyer 1", "Seller 1");
        client.start(id);
        party = SigningParty.of(sandbox, SessionId.of(id));
    }

    @Test
    void allSign() {
        assertThat(party.signAll().session().status()).isEqualTo("Completed");
        assertThat(SigningParty.of(sandbox, party.session().id()).session().status()).isEqualTo("Completed");
    }

    @Test
    void oneSignsAndAnotherDeclines() {
        party.sign(SignerRole.buyer(1)).decline(SignerRole.seller(1), "Too cheap");

        assertThatEsign(sandbox).onlySession().signer("Buyer 1").hasSigned().and().signer("Seller 1").hasDeclined();
        assertThat(party.session().signer("Seller 1").declinedReason()).contains("Too cheap");
    }

    @Test
    void oneSignsWithValues() {
        SandboxField signature = party.session().signer("Buyer 1").fields().get(0);

        party.sign("Buyer 1", Map.of(signature.id(), "Signed by hand"));

        assertThat(party.session().signer("Buyer 1").fields().get(0).value()).isEqualTo("Signed by hand");
    }

    @Test
    void oneDelegates() {
        party.delegate(SignerRole.buyer(1), "Test", "Proxy", "proxy@example.com").upload("Buyer 1", "id.txt", new byte[] { 1 });

        assertThatEsign(sandbox).onlySession().signer("Buyer 1").hasEmail("proxy@example.com");
        assertThat(party.session().signer("Buyer 1").uploads()).singleElement()
                .satisfies(upload -> assertThat(upload.fileName()).isEqualTo("id.txt"));
    }

    @Test
    void whoeverIsNotThereCannotSign() {
        assertThatIllegalArgumentException().isThrownBy(() -> party.sign("Witness 1")).withMessageContaining("Witness 1");
        assertThatIllegalArgumentException().isThrownBy(() -> SigningParty.of(sandbox, "none"));
    }

    @Test
    void aSessionWithoutADateNeverExpires() {
        assertThatIllegalStateException().isThrownBy(party::letExpire).withMessageContaining("expiresOn");
    }

    @Test
    void aSessionExpiresOnItsDate() {
        TestClient client = new TestClient(sandbox);
        String id = client.create("Lease", SampleDocument.pdf("lease.pdf"), sandbox.clock().now().plus(Duration.ofDays(10)),
                "Tenant 1");
        client.start(id);

        SigningParty.of(sandbox, id).letExpire().letExpire();

        assertThatEsign(sandbox).session("Lease").isExpired().and().session("Agreement").isStarted();
    }
}
