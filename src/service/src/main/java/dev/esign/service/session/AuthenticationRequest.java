package dev.esign.service.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SignerAuthentication", description = "How a signer proves who he or she is.")
public record AuthenticationRequest(
        @Schema(required = true, description = "The method; upper and lower case are the same. eSign bills each use of kba and "
                + "kbaPlusPassword.", enumeration = {
                        "none", "password", "sms", "kba", "kbaPlusPassword" }) String method,
        @Schema(description = "For password and kbaPlusPassword: the password that the signer will type.") String password,
        @Schema(description = "For sms: the phone that gets the code; missing when eSign knows it.") String phoneNumber){

    @Override
    public String toString() {
        return "AuthenticationRequest[***]";
    }
}
