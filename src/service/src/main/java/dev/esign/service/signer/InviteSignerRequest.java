package dev.esign.service.signer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SignerInvitation", description = "How a signer is invited.")
record InviteSignerRequest(
        @Schema(description = "Your host URL; missing for the one that the service is configured with.", examples = "https://www.example.com/") String returnUrl) {

    @Override
    public String toString() {
        return "InviteSignerRequest[***]";
    }
}
