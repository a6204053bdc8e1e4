package dev.esign.event;

import java.util.Objects;
import java.util.Optional;

import dev.esign.model.SessionId;
import dev.esign.model.SignerStatus;

/**
 * The status of a signer has changed ({@code Type} is {@code SignerStatus}).
 *
 * @param account the account
 * @param sessionId the session
 * @param signerId the signer ({@code SignerId}); empty when eSign didn't send it
 * @param status the signer's new status; a code that isn't documented is kept
 * @param declinedReason the reason that the signer picked, when he or she declined
 * @param newSessionId {@code NewSigningSessionId}
 * @param title the session's title
 * @param check whether the session was read back
 */
public record SignerStatusChanged(String account, SessionId sessionId, Optional<String> signerId, SignerStatus status,
        Optional<String> declinedReason, Optional<SessionId> newSessionId, Optional<String> title, Check check)
        implements
            WebhookEvent {

    /**
     * Refuses null.
     *
     * @param account the account
     * @param sessionId the session
     * @param signerId the signer ({@code SignerId}); empty when eSign didn't send it
     * @param status the signer's new status; a code that isn't documented is kept
     * @param declinedReason the reason that the signer picked, when he or she declined
     * @param newSessionId {@code NewSigningSessionId}
     * @param title the session's title
     * @param check whether the session was read back
     */
    public SignerStatusChanged {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(signerId, "signerId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(declinedReason, "declinedReason");
        Objects.requireNonNull(newSessionId, "newSessionId");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(check, "check");
    }

    @Override
    public String toString() {
        return "SignerStatusChanged[account=" + account + ", sessionId=" + sessionId + ", signerId="
                + signerId.orElse("unknown") + ", status=" + status
                + ", check=" + check + "]";
    }
}
