package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a session and what is going to. Immutable.
 *
 * @param owner the e-mail address of the user who created the session
 * @param expiry when the session expires; empty for never
 * @param completedOn when the last signer signed, or the session was closed
 * @param purge the purge that waits
 * @param nextReminder when the signers who are awaited are reminded next
 * @param copiedTo ids of the sessions that were made from this one
 */
public record SessionHistory(String owner, Optional<Instant> expiry, Optional<Instant> completedOn,
        Optional<PendingPurge> purge, Optional<Instant> nextReminder, List<String> copiedTo, List<LogEntry> log,
        List<Mail> mails) {

    public static final SessionHistory NONE = of("", Optional.empty());

    /** The history of a session that begins. */
    static SessionHistory of(String owner, Optional<Instant> expiry) {
        return new SessionHistory(owner, expiry, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(),
                List.of());
    }

    public SessionHistory {
        copiedTo = List.copyOf(copiedTo);
        log = List.copyOf(log);
        mails = List.copyOf(mails);
    }

    /**
     * A purge that waits.
     *
     * @param on when it happens
     * @param before the state to return to if it is cancelled
     */
    public record PendingPurge(Instant on, SessionStatus before) {
    }

    /** People stay out of logs. */
    @Override
    public String toString() {
        return "SessionHistory[log=" + log.size() + ", mails=" + mails.size() + "]";
    }
}
