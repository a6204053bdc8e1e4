package dev.esign.runtime.webhook;

import java.util.Optional;

import dev.esign.EsignAccount;
import dev.esign.event.SessionStatusChanged;
import dev.esign.event.SignerStatusChanged;
import dev.esign.event.UnknownNotification;
import dev.esign.event.WebhookEvent;
import dev.esign.event.WebhookEvent.Check;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerStatus;

/** What eSign sent ({@code EsignData}), read but not believed yet. */
record WebhookMessage(String account, Kind kind, SessionId sessionId, Optional<SessionId> newSessionId,
        Optional<String> signerId,
        Optional<String> type, Optional<Integer> status, Optional<String> title, Optional<String> declinedReason) {

    /** The documented types, and all others. */
    enum Kind {
        SESSION_STATUS("SessionStatus"),
        SIGNER_STATUS("SignerStatus"),
        UNKNOWN("unknown");

        private final String documentedName;

        Kind(String documentedName) {
            this.documentedName = documentedName;
        }

        @Override
        public String toString() {
            return documentedName;
        }
    }

    /** Whose status it tells. */
    Subject subject() {
        return new Subject(account, kind, sessionId, signerId, type);
    }

    record Subject(String account, Kind kind, SessionId sessionId, Optional<String> signerId, Optional<String> type) {
    }

    WebhookEvent event(Check check) {
        return switch (kind) {
            case SESSION_STATUS ->
                new SessionStatusChanged(account, sessionId, new SessionStatus(status.orElseThrow()), newSessionId,
                        title, check);
            case SIGNER_STATUS -> new SignerStatusChanged(account, sessionId, signerId, new SignerStatus(status.orElseThrow()),
                    declinedReason, newSessionId, title, check);
            case UNKNOWN -> new UnknownNotification(account, sessionId, type, status, signerId, newSessionId, title, check);
        };
    }

    /** The status by its documented name. */
    String statusName() {
        return switch (kind) {
            case SESSION_STATUS -> new SessionStatus(status.orElseThrow()).name();
            case SIGNER_STATUS -> new SignerStatus(status.orElseThrow()).name();
            case UNKNOWN -> status.map(code -> "Status " + code).orElse("no status");
        };
    }

    /** Neither title nor reason, nor a type that nobody documented. */
    @Override
    public String toString() {
        return kind + " " + statusName() + " of session " + sessionId
                + (account.equals(EsignAccount.DEFAULT) ? "" : " (account " + account + ")");
    }
}
