package dev.esign.testing;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.assertj.core.api.AbstractAssert;

import dev.esign.model.SessionId;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.RecordedRequest;
import dev.esign.sandbox.SandboxMail;
import dev.esign.sandbox.SandboxSession;

/** Assertions about what a sandbox got. Each looks at the sandbox as it is then. */
public final class EsignSandboxAssert extends AbstractAssert<EsignSandboxAssert, EsignSandbox> {

    private final Patience patience;

    EsignSandboxAssert(EsignSandbox sandbox, Patience patience) {
        super(sandbox, EsignSandboxAssert.class);
        this.patience = patience;
    }

    /**
     * Gives the assertions that follow, about sessions and signers too, time to become true.
     *
     * @param timeout how long each may take, by the clock on the wall; zero or more
     * @return assertions that wait
     */
    public EsignSandboxAssert within(Duration timeout) {
        return new EsignSandboxAssert(actual, new Patience(timeout)).as("%s", descriptionText());
    }

    /**
     * Says how many sessions there are: those that were created or copied, whatever became of them.
     *
     * @param count the number
     * @return this
     */
    public EsignSandboxAssert created(int count) {
        return check(() -> {
            List<SandboxSession> sessions = actual.sessions().list();
            if (sessions.size() != count) {
                failWithMessage("Expected %s, but there are %s.", number(count, "session"), listed(sessions));
            }
        });
    }

    /**
     * Says how often a method of eSign was called, whatever was answered, as far as the journal remembers.
     *
     * @param operation the documented name, such as {@code CreateSession}
     * @param times how often
     * @return this
     * @throws IllegalArgumentException if eSign has no such method; the message lists those that are known
     */
    public EsignSandboxAssert called(String operation, int times) {
        isNotNull();
        // Checks the name; this alone sets nothing up.
        actual.faults().always().of(operation);
        return check(() -> {
            List<RecordedRequest> calls = actual.journal().requests(operation);
            if (calls.size() != times) {
                failWithMessage("Expected %s of %s, but there are %s. All calls: %s.", number(times, "call"), operation,
                        calls.size(), counted(actual.journal().requests().stream().map(EsignSandboxAssert::outcome).toList()));
            }
        });
    }

    /**
     * Says that methods of eSign weren't called, as far as the journal remembers.
     *
     * @param operations the documented names, such as {@code StartSession}
     * @return this
     * @throws IllegalArgumentException if eSign has no such method; the message lists those that are known
     */
    public EsignSandboxAssert neverCalled(String... operations) {
        for (String operation : operations) {
            called(operation, 0);
        }
        return this;
    }

    /**
     * Says how many messages were sent.
     *
     * @param count the number
     * @return this
     */
    public EsignSandboxAssert mailed(int count) {
        return check(() -> requireMails(count, "message", mail -> true));
    }

    /**
     * Says how many messages of a kind were sent.
     *
     * @param kind the kind
     * @param count the number
     * @return this
     */
    public EsignSandboxAssert mailed(MailKind kind, int count) {
        return check(() -> requireMails(count, kind + " message", mail -> mail.kind().equals(kind.name())));
    }

    /**
     * Says that there is a session.
     *
     * @param id its id
     * @return assertions about it
     */
    public SandboxSessionAssert session(SessionId id) {
        return sessionWithId(id.value());
    }

    /**
     * Says that there is a session with an id.
     *
     * @param id its SigningSessionId, in upper or lower case
     * @return assertions about it
     */
    public SandboxSessionAssert sessionWithId(String id) {
        return session("with the id " + id, session -> session.id().equalsIgnoreCase(id));
    }

    /**
     * Says that exactly one session has a title.
     *
     * @param title the title
     * @return assertions about it
     */
    public SandboxSessionAssert session(String title) {
        return session("titled \"" + title + "\"", session -> session.title().equals(title));
    }

    /**
     * Says that exactly one session has a transaction id.
     *
     * @param transactionId the caller's transaction id
     * @return assertions about it
     */
    public SandboxSessionAssert sessionOfTransaction(String transactionId) {
        return session("with the transaction id " + transactionId,
                session -> session.transactionId().equals(transactionId));
    }

    /**
     * Says that there is exactly one session.
     *
     * @return assertions about it
     */
    public SandboxSessionAssert onlySession() {
        return session("at all", session -> true);
    }

    private SandboxSessionAssert session(String which, Predicate<SandboxSession> wanted) {
        isNotNull();
        SandboxSession found = patience.with(() -> {
            List<SandboxSession> sessions = actual.sessions().list();
            List<SandboxSession> matching = sessions.stream().filter(wanted).toList();
            if (matching.size() != 1) {
                failWithMessage("Expected exactly one session %s, but there are %s among %s.", which, matching.size(),
                        listed(sessions));
            }
            return matching.get(0);
        });
        return new SandboxSessionAssert(this, found, patience).as("%s", descriptionText());
    }

    private void requireMails(int count, String what, Predicate<SandboxMail> wanted) {
        List<SandboxMail> mails = actual.mails();
        long found = mails.stream().filter(wanted).count();
        if (found != count) {
            failWithMessage("Expected %s, but there are %s. All messages: %s.", number(count, what), found,
                    counted(mails.stream().map(SandboxMail::kind).toList()));
        }
    }

    private EsignSandboxAssert check(Runnable assertion) {
        return patience.with(result(assertion));
    }

    private Supplier<EsignSandboxAssert> result(Runnable assertion) {
        return () -> {
            isNotNull();
            assertion.run();
            return this;
        };
    }

    private static String number(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String listed(List<SandboxSession> sessions) {
        return sessions.size() + sessions.stream().map(Shown::session).collect(Collectors.joining(", ", " [", "]"));
    }

    private static String outcome(RecordedRequest request) {
        String answer = request.answer().status() == 0 ? request.answer().delivery()
                : Integer.toString(request.answer().status());
        return (request.operation().isEmpty() ? "unknown" : request.operation()) + " (" + answer + ")";
    }

    private static String counted(List<String> texts) {
        return texts.isEmpty() ? "none"
                : texts.stream().distinct().map(text -> text + " x " + texts.stream().filter(text::equals).count())
                        .collect(Collectors.joining(", "));
    }
}
