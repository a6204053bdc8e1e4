package dev.esign.service.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A session that was just started.")
record StartedSession(
        @Schema(required = true, description = "The session's identity.") String id,
        @Schema(required = true, description = "The session's status.", examples = "InSent") String status) {
}
