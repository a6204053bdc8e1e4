package dev.esign.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.assertj.core.api.AbstractAssert;

import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerRole;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.SandboxDocument;
import dev.esign.sandbox.SandboxMail;
import dev.esign.sandbox.SandboxSession;
import dev.esign.sandbox.SandboxSigner;

/** Assertions about a session in a sandbox. Each looks at the session as it is then. */
public final class SandboxSessionAssert extends AbstractAssert<SandboxSessionAssert, SandboxSession> {

    private final EsignSandboxAssert esign;
    private final EsignSandbox sandbox;
    private final Patience patience;

    SandboxSessionAssert(EsignSandboxAssert esign, SandboxSession session, Patience patience) {
        super(session, SandboxSessionAssert.class);
        this.esign = esign;
        this.sandbox = esign.actual();
        this.patience = patience;
    }

    /**
     * Says which status it has.
     *
     * @param status the status
     * @return this
     */
    public SandboxSessionAssert hasStatus(SessionStatus status) {
        return check(session -> {
            if (session.statusCode() != status.code()) {
                fail(session, "to be " + status, "it is " + session.status());
            }
        });
    }

    /** @return this, if it is InDraft: it wasn't started */
    public SandboxSessionAssert isDraft() {
        return hasStatus(SessionStatus.IN_DRAFT);
    }

    /** @return this, if it is InSent: it was started, and somebody has still to sign */
    public SandboxSessionAssert isStarted() {
        return hasStatus(SessionStatus.IN_SENT);
    }

    /** @return this, if it is Completed: everybody has signed */
    public SandboxSessionAssert isCompleted() {
        return hasStatus(SessionStatus.COMPLETED);
    }

    /** @return this, if it is Cancelled */
    public SandboxSessionAssert isCancelled() {
        return hasStatus(SessionStatus.CANCELLED);
    }

    /** @return this, if it is Expired */
    public SandboxSessionAssert isExpired() {
        return hasStatus(SessionStatus.EXPIRED);
    }

    /**
     * Says which title it has.
     *
     * @param title the title
     * @return this
     */
    public SandboxSessionAssert hasTitle(String title) {
        return check(session -> {
            if (!session.title().equals(title)) {
                fail(session, "to be titled \"" + title + "\"", "it isn't");
            }
        });
    }

    /**
     * Says which transaction id it has.
     *
     * @param transactionId the caller's transaction id
     * @return this
     */
    public SandboxSessionAssert hasTransactionId(String transactionId) {
        return check(session -> {
            if (!session.transactionId().equals(transactionId)) {
                fail(session, "to have the transaction id \"" + transactionId + "\"",
                        "it has " + Shown.text(session.transactionId()));
            }
        });
    }

    /**
     * Says who signs, in any order.
     *
     * @param roles the roles of all signers
     * @return this
     */
    public SandboxSessionAssert hasOnlySigners(String... roles) {
        return check(session -> {
            List<String> actualRoles = roles(session);
            if (!sorted(actualRoles).equals(sorted(Arrays.asList(roles)))) {
                fail(session, "to have the signers " + Arrays.toString(roles), "it has " + actualRoles);
            }
        });
    }

    /**
     * Says that somebody signs in a role.
     *
     * @param role the role, in upper or lower case
     * @return this
     */
    public SandboxSessionAssert hasSigner(String role) {
        signer(role);
        return this;
    }

    /**
     * Says that somebody signs in a role.
     *
     * @param role the role
     * @return this
     */
    public SandboxSessionAssert hasSigner(SignerRole role) {
        return hasSigner(role.name());
    }

    /**
     * Says that somebody signs in a role.
     *
     * @param role the role, in upper or lower case
     * @return assertions about the signer
     */
    public SandboxSignerAssert signer(String role) {
        return new SandboxSignerAssert(this, role, patience.with(() -> signerOf(role)), patience).as("%s", descriptionText());
    }

    /**
     * Says that somebody signs in a role.
     *
     * @param role the role
     * @return assertions about the signer
     */
    public SandboxSignerAssert signer(SignerRole role) {
        return signer(role.name());
    }

    /**
     * Says that there is a document of a name.
     *
     * @param fileName its file name
     * @return this
     */
    public SandboxSessionAssert hasDocument(String fileName) {
        return check(session -> {
            if (documents(session, fileName).isEmpty()) {
                fail(session, "to have the document \"" + fileName + "\"", "it has " + documents(session));
            }
        });
    }

    /**
     * Says that there is a document of a name and with these bytes.
     *
     * @param fileName its file name
     * @param content all its bytes
     * @return this
     */
    public SandboxSessionAssert hasDocument(String fileName, byte[] content) {
        return hasDocument(fileName).check(session -> {
            List<SandboxDocument> named = documents(session, fileName);
            if (named.stream().noneMatch(document -> Arrays.equals(bytes(document), content))) {
                fail(session, "to have the document \"" + fileName + "\" with the " + content.length + " bytes that were given",
                        "it has others, of " + named.stream().map(SandboxDocument::size).toList() + " bytes");
            }
        });
    }

    /**
     * Says how many documents there are.
     *
     * @param count the number
     * @return this
     */
    public SandboxSessionAssert hasDocuments(int count) {
        return check(session -> {
            if (session.documents().size() != count) {
                fail(session, "to have " + count + " documents", "it has " + documents(session));
            }
        });
    }

    /**
     * Says how many messages of a kind were sent about it.
     *
     * @param kind the kind
     * @param count the number
     * @return this
     */
    public SandboxSessionAssert hasMailed(MailKind kind, int count) {
        return check(session -> {
            List<String> kinds = sandbox.mails().stream().filter(mail -> mail.sessionId().equals(session.id()))
                    .map(SandboxMail::kind).toList();
            if (kinds.stream().filter(kind.name()::equals).count() != count) {
                fail(session, "to have " + count + " messages of the kind " + kind, "it has " + kinds);
            }
        });
    }

    /**
     * Goes back to the sandbox, for assertions about more than this session.
     *
     * @return the assertions about the sandbox
     */
    public EsignSandboxAssert and() {
        return esign;
    }

    /**
     * Tells which session it is, to go on with.
     *
     * @return its id
     */
    public SessionId id() {
        return SessionId.of(actual.id());
    }

    /** Without patience: whoever calls it has some. */
    SandboxSigner signerOf(String role) {
        SandboxSession session = now();
        return session.signers().stream()
                .filter(signer -> signer.role().equalsIgnoreCase(role) && !signer.status().equals("Delegated")).findFirst()
                .orElseGet(() -> {
                    fail(session, "to have a signer in the role \"" + role + "\"", "it has " + roles(session));
                    return null;
                });
    }

    private SandboxSession now() {
        return sandbox.sessions().get(actual.id());
    }

    private SandboxSessionAssert check(Consumer<SandboxSession> assertion) {
        return patience.with(() -> {
            assertion.accept(now());
            return this;
        });
    }

    private void fail(SandboxSession session, String expectation, String fact) {
        failWithMessage("Expected the session %s %s, but %s.", Shown.session(session), expectation, fact);
    }

    private static List<String> roles(SandboxSession session) {
        return session.signers().stream().filter(signer -> !signer.status().equals("Delegated")).map(SandboxSigner::role)
                .toList();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static List<SandboxDocument> documents(SandboxSession session, String fileName) {
        return session.documents().stream().filter(document -> document.fileName().equals(fileName)).toList();
    }

    private static List<String> documents(SandboxSession session) {
        return session.documents().stream().map(document -> Shown.text(document.fileName())).toList();
    }

    private static byte[] bytes(SandboxDocument document) {
        try (InputStream content = document.content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
