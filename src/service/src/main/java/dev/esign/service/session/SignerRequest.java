package dev.esign.service.session;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewSigner", description = "A person who signs.")
public record SignerRequest(
        @Schema(required = true, description = "The role that anchor tags and templates name.", examples = "Seller 1") String role,
        @Schema(description = "The first name.") String firstName,
        @Schema(required = true, description = "The last name.") String lastName,
        @Schema(required = true, description = "The e-mail address.", examples = "name@example.com") String email,
        @Schema(description = "How the signer proves who he or she is; by default the invitation's link is enough.") AuthenticationRequest authentication,
        @Schema(description = "The place in the signing order; signers may share one.") Integer sequence,
        @Schema(description = "Whether the signer has to upload a document before completing.", defaultValue = "false") Boolean mandatoryUpload,
        @Schema(description = "Values of the template's merge fields by key.") Map<String, String> mergeFields,
        @Schema(description = "Further properties by key, for example DisableEditName.") Map<String, String> properties,
        @Schema(description = "The subject of this signer's invitation.") String emailSubject,
        @Schema(description = "The text of this signer's invitation.") String emailMessage) {

    @Override
    public String toString() {
        return "SignerRequest[role=" + role + "]";
    }
}
