package dev.esign.sandbox.session;

import static dev.esign.sandbox.session.SessionStatus.ARCHIVED;
import static dev.esign.sandbox.session.SessionStatus.CANCELLED;
import static dev.esign.sandbox.session.SessionStatus.COMPLETED;
import static dev.esign.sandbox.session.SessionStatus.DELETED;
import static dev.esign.sandbox.session.SessionStatus.EXPIRED;
import static dev.esign.sandbox.session.SessionStatus.IN_DRAFT;
import static dev.esign.sandbox.session.SessionStatus.IN_PAUSED;
import static dev.esign.sandbox.session.SessionStatus.IN_SENT;
import static dev.esign.sandbox.session.SessionStatus.PURGED;
import static dev.esign.sandbox.session.SessionStatus.TO_BE_PURGED;

import java.util.EnumSet;
import java.util.Set;

/** What can be done with a session, and in which states. {@code docs/sandbox-rules.md} shows it as a table. */
public enum SessionAction {

    UPDATE("Error: The signing session is %s and cannot be updated.", EnumSet.of(IN_DRAFT, IN_SENT, IN_PAUSED)),
    START("The signing session is %s and cannot be started.", EnumSet.of(IN_DRAFT, IN_PAUSED)),
    PAUSE("Error: The signing session is %s and cannot be edited.", EnumSet.of(IN_DRAFT, IN_SENT, IN_PAUSED)),
    CANCEL("Error: The signing session is %s and cannot be cancelled.", EnumSet.of(IN_DRAFT, IN_SENT, IN_PAUSED)),
    CLOSE("Error: The signing session is %s and cannot be closed.", EnumSet.of(IN_SENT, IN_PAUSED)),
    COPY("Error: The signing session is %s and cannot be copied.", EnumSet.complementOf(EnumSet.of(DELETED, PURGED))),
    DELETE("Error: The signing session is %s and cannot be deleted.",
            EnumSet.complementOf(EnumSet.of(DELETED, TO_BE_PURGED))),
    PURGE("Error: The signing session is %s and cannot be purged.", EnumSet.of(COMPLETED, CANCELLED, EXPIRED)),
    CANCEL_PURGE("Error: The signing session is %s and has no purge to cancel.", EnumSet.of(TO_BE_PURGED)),
    UPDATE_TRANSACTION_ID("Error: The signing session is %s and its transaction id cannot be updated.",
            EnumSet.of(IN_DRAFT, IN_SENT, IN_PAUSED)),
    UPDATE_SIGNERS("Error: The signing session is %s and its signers cannot be updated.",
            EnumSet.of(IN_DRAFT, IN_SENT, IN_PAUSED)),
    INVITE("Error: The signing session is %s and its signers cannot be invited.", EnumSet.of(IN_SENT)),
    INVITE_LINKS("Error: The signing session is %s and has no invite URLs.", EnumSet.of(IN_SENT)),
    FILES("Error: The signing session is %s and has no signed documents.", EnumSet.of(COMPLETED, TO_BE_PURGED)),
    ARCHIVED_FILES("Error: The signing session is %s and has no archived documents.", EnumSet.of(ARCHIVED)),
    SIGN("Error: The signing session is %s and cannot be signed.", EnumSet.of(IN_SENT));

    private final String refusal;
    private final Set<SessionStatus> allowed;

    SessionAction(String refusal, Set<SessionStatus> allowed) {
        this.refusal = refusal;
        this.allowed = allowed;
    }

    public boolean isAllowedIn(SessionStatus status) {
        return allowed.contains(status);
    }

    /**
     * Lets a session pass whose state allows this.
     *
     * @throws RefusedException if it doesn't
     */
    void check(SessionStatus status) throws RefusedException {
        if (!isAllowedIn(status)) {
            throw new RefusedException(refusal.formatted(status.label()));
        }
    }
}
