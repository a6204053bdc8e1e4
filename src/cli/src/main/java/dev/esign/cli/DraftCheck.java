package dev.esign.cli;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.esign.EsignException;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;

/**
 * Whether eSign reads requests as they are meant: a draft session that is never started, so nobody hears of it, is read back
 * and deleted.
 */
final class DraftCheck {

    private static final String CHECK = "draft";
    private static final String FILE = "doctor.pdf";
    private static final String TITLE = "esign doctor (may be deleted)";
    private static final int EXPIRES_AFTER_DAYS = 30;

    private final SigningSessions sessions;
    private final NewSession wanted;
    private final LocalDate expiresOn;
    private volatile SessionId created;
    private volatile boolean deleted;

    DraftCheck(SigningSessions sessions, String username) {
        this.sessions = sessions;
        this.expiresOn = LocalDate.now(ZoneOffset.UTC).plusDays(EXPIRES_AFTER_DAYS);
        this.wanted = NewSession.titled(TITLE)
                .documents(Document.of(FILE, emptyPage()).anchorTags(false))
                .signers(Signer.as("Signer 1").name("Esign", "Doctor").email(username).nameLocked())
                .expiresOn(expiresOn).build();
    }

    void run(Diagnosis diagnosis) {
        try {
            created = sessions.create(wanted);
        } catch (EsignException refused) {
            diagnosis.error(CHECK, "couldn't be created: " + refused.getMessage(),
                    "if the text is about the request's form, try QUARKUS_ESIGN_WIRE_BYTES=base64 or QUARKUS_ESIGN_WIRE_DATES=iso");
            return;
        }
        try {
            compare(sessions.get(created), diagnosis);
        } catch (EsignException unreadable) {
            diagnosis.error(CHECK, "was created, but can't be read: " + unreadable.getMessage(),
                    "check that the user name is that of the sessions' owner: esign config show");
        } finally {
            delete(diagnosis);
        }
    }

    private void compare(Session held, Diagnosis diagnosis) {
        int before = diagnosis.checks().size();
        if (held.status().filter(status -> !status.equals(SessionStatus.IN_DRAFT)).isPresent()) {
            diagnosis.error(CHECK, "is " + held.status().get().name() + " instead of InDraft",
                    "ask your representative what the account does with new sessions");
        }
        if (held.title().filter(title -> !title.equals(TITLE)).isPresent()) {
            diagnosis.error(CHECK, "came back with another title",
                    "ask your representative whether the account changes titles");
        }
        if (held.transactionId().filter(id -> !id.equals(wanted.transactionId())).isPresent()) {
            diagnosis.error(CHECK, "came back with another transaction id; a lost answer can't be settled then",
                    "ask your representative whether the account changes transaction ids");
        }
        if (held.expiresOn().filter(moment -> !LocalDate.ofInstant(moment, ZoneOffset.UTC).equals(expiresOn)).isPresent()) {
            diagnosis.error(CHECK, "came back with another date of expiry, so dates aren't read as they are meant",
                    "set QUARKUS_ESIGN_WIRE_DATES=iso");
        }
        if (held.documents().size() != 1) {
            diagnosis.error(CHECK, "came back with " + held.documents().size() + " documents instead of one",
                    "set QUARKUS_ESIGN_WIRE_BYTES=base64");
        }
        if (held.signers().size() != 1) {
            diagnosis.error(CHECK, "came back with " + held.signers().size() + " signers instead of one",
                    "set QUARKUS_ESIGN_WIRE_PROPERTIES=object");
        }
        if (diagnosis.checks().size() == before) {
            diagnosis.ok(CHECK, "eSign reads requests as they are meant");
        }
    }

    private void delete(Diagnosis diagnosis) {
        try {
            sessions.delete(created);
            deleted = true;
        } catch (EsignException failure) {
            diagnosis.warning(CHECK, "couldn't be deleted: " + failure.getMessage(), "delete it: esign delete " + created);
        }
    }

    /** For a person who breaks it off. */
    List<String> whatIsLeft() {
        if (deleted) {
            return List.of("the draft session is deleted");
        }
        return List.of(created == null
                ? "there may be a draft session; look: esign list --transaction-id " + wanted.transactionId()
                : "the draft session may still be there; delete it: esign delete " + created);
    }

    /** A PDF of one page with nothing on it. */
    private static byte[] emptyPage() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        List<String> objects = List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>");
        StringBuilder table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (int number = 1; number <= objects.size(); number++) {
            table.append(String.format("%010d 00000 n \n", pdf.length()));
            pdf.append(number).append(" 0 obj").append(objects.get(number - 1)).append("endobj\n");
        }
        int start = pdf.length();
        return pdf.append(table).append("trailer<</Size 4/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n")
                .toString().getBytes(StandardCharsets.US_ASCII);
    }
}
