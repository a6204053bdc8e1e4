package dev.esign.service.lifecycle;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;

@Schema(description = "A session as a row of a list. What eSign didn't say is missing; read the session for more.")
@JsonInclude(Include.NON_NULL)
record SessionRow(
        @Schema(required = true, description = "The session's identity.") String id,
        @Schema(description = "The session's status, as in Session.", examples = "Archived") String status,
        @Schema(description = "The title.") String title,
        @Schema(description = "Your transaction id.") String transactionId,
        @Schema(description = "When it was created.") Instant createdOn) {

    static SessionRow of(SessionSummary row) {
        return new SessionRow(row.id().value(), row.status().map(SessionStatus::name).orElse(null), row.title().orElse(null),
                row.transactionId().orElse(null), row.createdOn().orElse(null));
    }

    @Override
    public String toString() {
        return "SessionRow[id=" + id + ", status=" + status + "]";
    }
}
