package dev.esign.service.lifecycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A session that was just made as a copy.")
record CopiedSession(
        @Schema(required = true, description = "The copy's identity.") String id,
        @Schema(required = true, description = "The copy's transaction id, yours or the generated one.") String transactionId) {
}
