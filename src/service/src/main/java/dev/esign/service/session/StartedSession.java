package dev.esign.service.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

@Schema(description = "A session that was just started.")
@RegisterForReflection // it is put into responses, where Quarkus doesn't see its type
record StartedSession(
        @Schema(required = true, description = "The session's identity.") String id,
        @Schema(required = true, description = "The session's status.", examples = "InSent") String status) {
}
