package dev.esign.service.event;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import io.quarkus.runtime.annotations.RegisterForReflection;

@Schema(name = "Event", description = "What eSign told the service by its webhook, or what the service did. What isn't known is "
        + "missing. Titles and reasons may be personal.")
@JsonInclude(Include.NON_NULL)
@RegisterForReflection // it is written into streams and files, where Quarkus doesn't see its type
record ServiceEvent(
        @Schema(required = true, description = "The event's identity, the same wherever it is told. Later events have greater "
                + "ones in the order of texts.", examples = "0197a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b") String id,
        @Schema(required = true, type = SchemaType.STRING, description = "The kind of event.", enumeration = {
                "session-status-changed", "signer-status-changed", "unknown-notification", "session-created",
                "session-updated", "session-started" }) EventType type,
        @Schema(required = true, description = "When the service learned of it.") Instant time,
        @Schema(description = "The name of the eSign account; missing for the default one.") String account,
        @Schema(required = true, description = "The session.") String sessionId,
        @Schema(description = "Your transaction id, if the service made the session lately.") String transactionId,
        @Schema(description = "The signer, for signer-status-changed.") String signerId,
        @Schema(description = "The new status by its name, as in a session: Completed, Declined, …", examples = "Completed") String status,
        @Schema(description = "The new status by eSign's number.") Integer statusCode,
        @Schema(description = "What eSign calls the kind of an unknown-notification.") String notification,
        @Schema(description = "The reason that a signer gave who declined.") String declinedReason,
        @Schema(description = "The session's title.") String title,
        @Schema(description = "Another session that eSign names with this one.") String newSessionId,
        @Schema(description = "Whether the session was read to confirm it: not-checked, confirmed or undecided; missing for what "
                + "the service did.") String check){

    ServiceEvent withTransactionId(String known) {
        return new ServiceEvent(id, type, time, account, sessionId, known, signerId, status, statusCode, notification,
                declinedReason, title, newSessionId, check);
    }

    /** Neither title nor reason, nor what eSign calls what nobody documented. */
    @Override
    public String toString() {
        return type.wireName() + " " + id + " of session " + sessionId;
    }
}
