package dev.esign.event;

import java.util.Objects;
import java.util.Optional;

import dev.esign.model.SessionId;

/**
 * A message of a {@code Type} that isn't documented, kept as it came.
 *
 * @param account the account
 * @param sessionId the session
 * @param type {@code Type}; empty when it is missing
 * @param status {@code Status}; empty when it is missing or no number
 * @param signerId {@code SignerId}
 * @param newSessionId {@code NewSigningSessionId}
 * @param title the session's title
 * @param check whether the session was read back; at most {@link WebhookEvent.Check#UNDECIDED}, since nobody knows what
 *        the message says
 */
public record UnknownNotification(String account, SessionId sessionId, Optional<String> type, Optional<Integer> status,
        Optional<String> signerId, Optional<SessionId> newSessionId, Optional<String> title, Check check)
        implements
            WebhookEvent {

    /**
     * Refuses null.
     *
     * @param account the account
     * @param sessionId the session
     * @param type {@code Type}; empty when it is missing
     * @param status {@code Status}; empty when it is missing or no number
     * @param signerId {@code SignerId}
     * @param newSessionId {@code NewSigningSessionId}
     * @param title the session's title
     * @param check whether the session was read back; at most {@link WebhookEvent.Check#UNDECIDED}, since nobody knows what the
     *        message says
     */
    public UnknownNotification {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(signerId, "signerId");
        Objects.requireNonNull(newSessionId, "newSessionId");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(check, "check");
    }

    @Override
    public String toString() {
        return "UnknownNotification[account=" + account + ", sessionId=" + sessionId + ", check=" + check + "]";
    }
}
