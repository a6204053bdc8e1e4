package dev.esign.service.signer;

/** Requests that the OpenAPI document shows. */
final class Examples {

    static final String CHANGE = """
            {"email": "ada.lovelace@example.com", "authentication": {"method": "none"}}
            """;
    static final String INVITATION = """
            {"returnUrl": "https://www.example.com/"}
            """;

    private Examples() {
    }
}
