package dev.esign.service.signin;

import java.net.URI;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An address that signs the account's user in.")
record SignInAddress(
        @Schema(required = true, description = "The address. It holds a token that lives only shortly: send a browser there at "
                + "once, and don't store or log it.") URI url) {

    @Override
    public String toString() {
        return "SignInAddress[***]";
    }
}
