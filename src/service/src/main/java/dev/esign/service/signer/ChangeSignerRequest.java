package dev.esign.service.signer;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.esign.model.Session.HeldSigner;
import dev.esign.model.SignerRole;
import dev.esign.service.session.AuthenticationRequest;
import dev.esign.service.session.SignerRequest;

@Schema(name = "SignerChange", description = "A signer as he or she shall be. Role, names and address stay as they are when they "
        + "are missing. eSign doesn't tell the rest and takes signers whole, so the rest is eSign's default again when it is "
        + "missing; the authentication has to be said, lest it is dropped unnoticed.")
record ChangeSignerRequest(
        @Schema(description = "The role that anchor tags and templates name.", examples = "Seller 1") String role,
        @Schema(description = "The first name.") String firstName,
        @Schema(description = "The last name.") String lastName,
        @Schema(description = "The e-mail address.", examples = "name@example.com") String email,
        @Schema(required = true, description = "How the signer proves who he or she is.") AuthenticationRequest authentication,
        @Schema(description = "The place in the signing order; signers may share one.") Integer sequence,
        @Schema(description = "Whether the signer has to upload a document before completing.", defaultValue = "false") Boolean mandatoryUpload,
        @Schema(description = "Values of the template's merge fields by key.") Map<String, String> mergeFields,
        @Schema(description = "Further properties by key, for example DisableEditName.") Map<String, String> properties,
        @Schema(description = "The subject of this signer's invitation.") String emailSubject,
        @Schema(description = "The text of this signer's invitation.") String emailMessage) {

    /** All of the signer. */
    SignerRequest appliedTo(HeldSigner held) {
        return new SignerRequest(given(role, held.role().map(SignerRole::name).orElse(null)),
                given(firstName, held.firstName().orElse(null)), given(lastName, held.lastName().orElse(null)),
                given(email, held.email().orElse(null)), authentication, sequence, mandatoryUpload, mergeFields, properties,
                emailSubject, emailMessage);
    }

    private static String given(String wanted, String held) {
        return wanted == null ? held : wanted;
    }

    @Override
    public String toString() {
        return "ChangeSignerRequest[role=" + role + "]";
    }
}
