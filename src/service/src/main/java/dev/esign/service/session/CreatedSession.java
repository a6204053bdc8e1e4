package dev.esign.service.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

@Schema(description = "A session that was just created.")
@RegisterForReflection // it is put into responses, where Quarkus doesn't see its type
record CreatedSession(
        @Schema(required = true, description = "The session's identity.") String id,
        @Schema(required = true, description = "Your transaction id, or the generated one.") String transactionId,
        @Schema(required = true, description = "The session's status.", examples = "InDraft") String status) {
}
