package dev.esign.service.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SessionStart", description = "How a session is started.")
record StartSessionRequest(
        @Schema(description = "Your host URL; missing for the one that the service is configured with.", examples = "https://www.example.com/") String returnUrl) {

    @Override
    public String toString() {
        return "StartSessionRequest[***]";
    }
}
