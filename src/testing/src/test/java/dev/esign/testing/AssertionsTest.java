package dev.esign.testing;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.model.SessionId;
import dev.esign.model.SignerRole;
import dev.esign.model.SignerStatus;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.session.Mail;

/** What assertions accept, and what they say when they don't. */
class AssertionsTest {

    @RegisterExtension
    static final EsignSandboxExtension ESIGN = new EsignSandboxExtension();

    private final EsignSandbox sandbox = ESIGN.sandbox();
    private final SampleDocument document = SampleDocument.pdf("agreement.pdf").paragraph("Agreement");

    private String id;

    @BeforeEach
    void send() {
        TestClient client = new TestClient(sandbox);
        id = client.create("Agreement with someone@example.com", document, "Buyer 1", "Seller 1");
        client.start(id);
    }

    @Test
    void acceptWhatIsSo() {
        assertThatEsign(sandbox).created(1).called("CreateSession", 1).called("GetToken", 2).neverCalled("GetSession")
                .mailed(2).mailed(MailKind.INVITATION, 2).mailed(MailKind.REMINDER, 0)
                .session("Agreement with someone@example.com").isStarted().hasTitle("Agreement with someone@example.com")
                .hasTransactionId("transaction of Agreement with someone@example.com")
                .hasSigner("buyer 1").hasSigner(SignerRole.seller(1)).hasOnlySigners("Seller 1", "Buyer 1")
                .hasDocuments(1).hasDocument("agreement.pdf").hasDocument("agreement.pdf", document.bytes())
                .hasMailed(MailKind.INVITATION, 2)
                .signer(SignerRole.buyer(1)).isInvited().hasName("Test", "Buyer 1").hasEmail("buyer1@example.com")
                .hasFields("SIGNATURE").and()
                .and().onlySession().isStarted();
        assertThat(assertThatEsign(sandbox).session(SessionId.of(id)).id()).isEqualTo(SessionId.of(id));
        assertThatEsign(sandbox).sessionWithId(id.toUpperCase(Locale.ROOT)).isStarted();
        assertThatEsign(sandbox).sessionOfTransaction("transaction of Agreement with someone@example.com").isStarted();
    }

    @Test
    void tellWhichSessionsThereAre() {
        fails(() -> assertThatEsign(sandbox).created(2),
                "Expected 2 sessions, but there are 1 [\"Agreement with ***\" (InSent)].");
        fails(() -> assertThatEsign(sandbox).session("Lease"), "Expected exactly one session titled \"Lease\", but there are 0"
                + " among 1 [\"Agreement with ***\" (InSent)].");
        new TestClient(sandbox).create("Lease", document);
        fails(() -> assertThatEsign(sandbox).onlySession(), "Expected exactly one session at all, but there are 2"
                + " among 2 [\"Agreement with ***\" (InSent), \"Lease\" (InDraft)].");
    }

    @Test
    void tellWhichCallsThereWere() {
        fails(() -> assertThatEsign(sandbox).called("StartSession", 2), "Expected 2 calls of StartSession, but there are 1. All"
                + " calls: EncryptString (200) x 2, GetToken (200) x 2, CreateSession (200) x 1, StartSession (200) x 1.");
        fails(() -> assertThatEsign(sandbox).neverCalled("GetSession", "StartSession"),
                "Expected 0 calls of StartSession, but there are 1.");
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @Test
    void needASandbox() {
        fails(() -> assertThatEsign(null).created(0), "Expecting actual not to be null");
        fails(() -> assertThatEsign(null).called("GetToken", 0), "Expecting actual not to be null");
        fails(() -> assertThatEsign(null).onlySession(), "Expecting actual not to be null");
    }

    @Test
    void dontTakeMisspeltMethods() {
        assertThatIllegalArgumentException().isThrownBy(() -> assertThatEsign(sandbox).neverCalled("StartSesion"))
                .withMessageContaining("StartSession");
    }

    @Test
    void tellWhichMessagesThereAre() {
        fails(() -> assertThatEsign(sandbox).mailed(1), "Expected 1 message, but there are 2. All messages: INVITATION x 2.");
        fails(() -> assertThatEsign(sandbox).mailed(MailKind.REMINDER, 1),
                "Expected 1 REMINDER message, but there are 0. All messages: INVITATION x 2.");
        fails(() -> session().hasMailed(MailKind.COMPLETED, 1), "Expected the session \"Agreement with ***\" (InSent) to have"
                + " 1 messages of the kind COMPLETED, but it has [INVITATION, INVITATION].");
    }

    @Test
    void tellWhatASessionIsLike() {
        fails(() -> session().isCompleted(), "to be Completed, but it is InSent.");
        fails(() -> session().isDraft(), "to be InDraft, but it is InSent.");
        fails(() -> session().isCancelled(), "to be Cancelled, but it is InSent.");
        fails(() -> session().isExpired(), "to be Expired, but it is InSent.");
        fails(() -> session().hasTitle("Lease"), "to be titled \"Lease\", but it isn't.");
        fails(() -> session().hasTransactionId("other"),
                "to have the transaction id \"other\", but it has \"transaction of Agreement with ***\".");
        fails(() -> session().hasSigner("Witness 1"),
                "to have a signer in the role \"Witness 1\", but it has [Buyer 1, Seller 1].");
        fails(() -> session().hasOnlySigners("Buyer 1"), "to have the signers [Buyer 1], but it has [Buyer 1, Seller 1].");
        fails(() -> session().hasDocument("lease.pdf"), "to have the document \"lease.pdf\", but it has [\"agreement.pdf\"].");
        fails(() -> session().hasDocuments(2), "to have 2 documents, but it has [\"agreement.pdf\"].");
        byte[] other = new byte[] { 1, 2, 3 };
        fails(() -> session().hasDocument("agreement.pdf", other), "with the 3 bytes that were given, but it has others, of ["
                + document.bytes().length + "] bytes.");
        SigningParty.of(sandbox, id).signAll();
        fails(() -> session().isStarted(), "to be InSent, but it is Completed.");
    }

    @Test
    void tellWhatASignerIsLikeAndNotWho() {
        fails(() -> session().signer("Buyer 1").hasSigned(),
                "Expected the signer in the role \"Buyer 1\" to be Completed, but the signer is Invited.");
        fails(() -> session().signer("Buyer 1").hasDeclined(), "to be Declined, but the signer is Invited.");
        fails(() -> session().signer("Buyer 1").hasStatus(SignerStatus.DELEGATED),
                "to be Delegated, but the signer is Invited.");
        fails(() -> session().signer("Buyer 1").hasName("Nobody", "Buyer 1"), "the name is another one.");
        fails(() -> session().signer("Buyer 1").hasName("Test", "Nobody"), "the name is another one.");
        fails(() -> session().signer("Buyer 1").hasEmail("other@example.com"), "the address is another one.");
        fails(() -> session().signer("Buyer 1").hasFields("TEXT"),
                "to have the fields [TEXT], but the fields are [SIGNATURE].");
        SigningParty.of(sandbox, id).sign("Buyer 1");
        fails(() -> session().signer("Buyer 1").isInvited(), "to be Invited, but the signer is Completed.");
    }

    @Test
    void showWhatTheTestCallsThem() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> assertThatEsign(sandbox).as("100% of the buyers").within(Duration.ZERO).session(SessionId.of(id))
                                .signer("Buyer 1").hasSigned())
                .withMessageStartingWith("[100% of the buyers] Expected the signer");
    }

    @Test
    void knowEveryKindOfMessage() {
        assertThat(MailKind.values()).extracting(MailKind::name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Mail.Kind.values()).map(Mail.Kind::name).toList());
    }

    private SandboxSessionAssert session() {
        return assertThatEsign(sandbox).sessionWithId(id);
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageContaining(message).satisfies(
                failure -> assertThat(failure.getMessage()).doesNotContain("Test Buyer", "buyer1@example.com", "/sign/"));
    }
}
