package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.InvalidSessionException;
import dev.esign.model.NewSession;
import dev.esign.model.Problem;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.runtime.SessionOperations;
import io.quarkus.test.QuarkusUnitTest;

/** Anchor tags are looked at before documents are sent: errors are refused, or told in the log, as the account wants it. */
class AnchorTagsCheckTest {

    /** Has tags for Seller 1 and Buyer 1. */
    private static final Path AGREEMENT = Path.of("../docs/samples/purchase-agreement.docx");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.esign.anchor-tags.check", "refuse")
            .overrideConfigKey("quarkus.esign.lenient.anchor-tags.check", "warn")
            .overrideConfigKey("quarkus.esign.careless.anchor-tags.check", "off")
            .overrideConfigKey("quarkus.esign.hashes.anchor-tags.opening-delimiter", "#")
            .overrideConfigKey("quarkus.esign.hashes.anchor-tags.closing-delimiter", "#")
            .setLogRecordPredicate(record -> record.getLoggerName().equals(SessionOperations.class.getName())
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records).extracting(AnchorTagsCheckTest::message)
                    .anyMatch(text -> text.contains("role: 'Buyer 1' is no signer's") && text.endsWith("(ROLE_WITHOUT_SIGNER)"))
                    .anyMatch(text -> text.startsWith("CreateSession: signers: anchor tags, signer: 'Witness' has no tag"))
                    .anyMatch(text -> text.contains("document: has no tag between '#' and '#'"))
                    .noneMatch(text -> text.contains("purchase-agreement"))
                    .noneMatch(text -> text.contains("Careless")));

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("lenient")
    SigningSessions lenient;

    @Inject
    @EsignAccount("careless")
    SigningSessions careless;

    @Inject
    @EsignAccount("hashes")
    SigningSessions hashes;

    @Test
    void aTagWhoseRoleNoSignerHasIsRefusedBeforeAnythingIsSent() {
        NewSession session = session(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Buyr 1");

        assertThatThrownBy(() -> sessions.create(session))
                .isInstanceOfSatisfying(InvalidSessionException.class, refused -> assertThat(refused.problems())
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.path()).isEqualTo("documents[1]"))
                        .extracting(Problem::problem)
                        .allMatch(text -> text.contains("role: 'Buyer 1' is no signer's; did you mean 'Buyr 1'?")));
        assertThat(sessions.findByTransactionId(session.transactionId())).isEmpty();
    }

    @Test
    void tagsThatFitTheSignersAreSent() {
        SessionId id = sessions.create(session(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Buyer 1"));

        assertThat(sessions.get(id).signers()).hasSize(2);
    }

    @Test
    void documentsThatAreNotReadForTagsAreNotLookedAt() {
        sessions.create(session(Document.file(AGREEMENT), "Buyr 1"));
    }

    @Test
    void aFileThatCannotBeReadIsRefused() {
        NewSession session = session(Document.of("broken.pdf", "%PDF-1.7 and no more".getBytes()).anchorTags(), "Seller 1");

        assertThatThrownBy(() -> sessions.create(session)).isInstanceOf(InvalidSessionException.class)
                .hasMessageContaining("documents[1]: anchor tags, ").hasMessageContaining("DOCUMENT_BROKEN");
    }

    @Test
    void anUpdateIsNotHeldAgainstSignersThatTheSessionMayHave() throws Exception {
        SessionId id = sessions.create(session(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Buyer 1"));

        sessions.update(SessionUpdate.of(id).documents(Document.file(AGREEMENT).anchorTags()).build());
        byte[] cut = Arrays.copyOf(Files.readAllBytes(AGREEMENT), 2_000);
        assertThatThrownBy(() -> sessions.update(SessionUpdate.of(id).documents(Document.of("cut.docx", cut).anchorTags())
                .build())).isInstanceOf(InvalidSessionException.class);
    }

    @Test
    void aLenientAccountIsWarnedAndTheSessionIsSent() {
        lenient.create(session(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Witness"));
    }

    @Test
    void anAccountThatDoesNotWantItIsNotWarned() {
        careless.create(session(Document.file(AGREEMENT).anchorTags(), "Careless"));
    }

    @Test
    void theDelimitersAreThoseOfTheAccount() {
        hashes.create(session(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Buyer 1"));
    }

    private static NewSession session(Document.Builder document, String... roles) {
        NewSession.Builder session = NewSession.titled("Purchase agreement").transactionId("T-" + System.nanoTime())
                .documents(Document.of("cover.txt", "cover".getBytes()), document);
        for (String role : roles) {
            session.signers(Signer.as(role).name("SECRET", "SECRET").email("secret@example.com"));
        }
        return session.build();
    }

    private static String message(LogRecord record) {
        return ((ExtLogRecord) record).getFormattedMessage();
    }
}
