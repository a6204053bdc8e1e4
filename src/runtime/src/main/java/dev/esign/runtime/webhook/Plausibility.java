package dev.esign.runtime.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.esign.model.Session;
import dev.esign.model.Session.HeldSigner;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerStatus;

/**
 * Whether a message can be true, going by the session. A session may have moved on since the message was sent, so only a state
 * that comes before the told one contradicts it. Codes that aren't documented leave it undecided.
 */
enum Plausibility {

    CONFIRMED,
    UNDECIDED,
    CONTRADICTED;

    /** How far a session in this state has come. */
    private static final Map<SessionStatus, Integer> SESSION_STAGES = Map.of(SessionStatus.IN_DRAFT, 0, SessionStatus.IN_SENT,
            1, SessionStatus.IN_PAUSED, 1, SessionStatus.COMPLETED, 2, SessionStatus.CANCELLED, 2, SessionStatus.EXPIRED, 2,
            SessionStatus.DELETED, 3, SessionStatus.PURGED, 3, SessionStatus.ARCHIVED, 3);
    /** A signer who failed to authenticate can be invited again. */
    private static final Map<SignerStatus, Integer> SIGNER_STAGES = Map.of(SignerStatus.PENDING_INVITE, 0,
            SignerStatus.INVITED, 1, SignerStatus.IN_PROGRESS, 1, SignerStatus.AUTHENTICATION_FAILED, 1,
            SignerStatus.COMPLETED, 2, SignerStatus.CANCELLED, 2, SignerStatus.DECLINED, 2, SignerStatus.DELEGATED, 2);
    /** After which eSign need not show the session any more. */
    private static final Set<SessionStatus> GONE = Set.of(SessionStatus.DELETED, SessionStatus.PURGED, SessionStatus.ARCHIVED);
    /** After which the session need not show the signer any more. */
    private static final Set<SignerStatus> REPLACED = Set.of(SignerStatus.CANCELLED, SignerStatus.DELEGATED);

    static Plausibility of(WebhookMessage message, Session session) {
        return switch (message.kind()) {
            case SESSION_STATUS -> session.status().map(status -> compare(SESSION_STAGES, told(message), status))
                    .orElse(UNDECIDED);
            case SIGNER_STATUS -> ofSigner(message, session.signers());
            case UNKNOWN -> UNDECIDED;
        };
    }

    /** Of a message about a session that eSign doesn't show. */
    static Plausibility withoutSession(WebhookMessage message) {
        return switch (message.kind()) {
            case SESSION_STATUS -> GONE.contains(told(message)) ? UNDECIDED : CONTRADICTED;
            case SIGNER_STATUS, UNKNOWN -> CONTRADICTED;
        };
    }

    private static SessionStatus told(WebhookMessage message) {
        return new SessionStatus(message.status().orElseThrow());
    }

    private static Plausibility ofSigner(WebhookMessage message, List<HeldSigner> signers) {
        if (message.signerId().isEmpty() || signers.stream().allMatch(signer -> signer.id().isEmpty())) {
            return UNDECIDED;
        }
        SignerStatus told = new SignerStatus(message.status().orElseThrow());
        Optional<HeldSigner> held = signers.stream()
                .filter(signer -> signer.id().filter(message.signerId().get()::equalsIgnoreCase).isPresent()).findFirst();
        if (held.isEmpty()) {
            return REPLACED.contains(told) ? UNDECIDED : CONTRADICTED;
        }
        return held.get().status().map(status -> compare(SIGNER_STAGES, told, status)).orElse(UNDECIDED);
    }

    private static <S> Plausibility compare(Map<S, Integer> stages, S told, S found) {
        if (told.equals(found)) {
            return CONFIRMED;
        }
        Integer toldStage = stages.get(told);
        Integer foundStage = stages.get(found);
        if (toldStage == null || foundStage == null) {
            return UNDECIDED;
        }
        return foundStage < toldStage ? CONTRADICTED : CONFIRMED;
    }
}
