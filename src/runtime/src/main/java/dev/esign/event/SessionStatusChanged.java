package dev.esign.event;

import java.util.Objects;
import java.util.Optional;

import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;

/**
 * The status of a session has changed ({@code Type} is {@code SessionStatus}).
 *
 * @param account the account
 * @param sessionId the session
 * @param status its new status; a code that isn't documented is kept
 * @param newSessionId {@code NewSigningSessionId}
 * @param title the session's title
 * @param check whether the session was read back
 */
public record SessionStatusChanged(String account, SessionId sessionId, SessionStatus status, Optional<SessionId> newSessionId,
        Optional<String> title, Check check) implements WebhookEvent {

    /**
     * Refuses null.
     *
     * @param account the account
     * @param sessionId the session
     * @param status its new status; a code that isn't documented is kept
     * @param newSessionId {@code NewSigningSessionId}
     * @param title the session's title
     * @param check whether the session was read back
     */
    public SessionStatusChanged {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(newSessionId, "newSessionId");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(check, "check");
    }

    @Override
    public String toString() {
        return "SessionStatusChanged[account=" + account + ", sessionId=" + sessionId + ", status=" + status + ", check="
                + check + "]";
    }
}
