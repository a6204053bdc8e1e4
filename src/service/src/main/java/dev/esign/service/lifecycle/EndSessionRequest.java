package dev.esign.service.lifecycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SessionEnd", description = "How a session is cancelled or closed.")
record EndSessionRequest(
        @Schema(description = "Your host URL; missing for the one that the service is configured with.", examples = "https://www.example.com/") String returnUrl) {

    @Override
    public String toString() {
        return "EndSessionRequest[***]";
    }
}
