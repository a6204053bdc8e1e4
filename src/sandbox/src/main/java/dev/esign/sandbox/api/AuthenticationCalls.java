package dev.esign.sandbox.api;

import java.net.URI;
import java.util.Optional;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Request;

/** EncryptString, GetToken and GetLandingURL. */
public final class AuthenticationCalls {

    private static final String INVALID_ACCOUNT = "Error: Invalid user account information";

    private final Accepted apiKeys;
    private final Tokens tokens;
    private final URI url;
    private final SaltCipher cipher = new SaltCipher();

    public AuthenticationCalls(Accepted apiKeys, Tokens tokens, URI url) {
        this.apiKeys = apiKeys;
        this.tokens = tokens;
        this.url = url;
    }

    public Answer encrypt(Request request) {
        String text = request.variable("plainText");
        String salt = request.variable("salt");
        if (text.isEmpty() || salt.isEmpty()) {
            return Envelope.refusal("Error: " + (text.isEmpty() ? "The text" : "The salt") + " is empty.");
        }
        return Envelope.value(cipher.encrypt(text, salt));
    }

    public Answer getToken(Request request) {
        String salt = request.variable("salt");
        Optional<String> apiKey = salt.isEmpty() ? Optional.empty() : cipher.decrypt(request.authorization(), salt);
        if (apiKey.isEmpty()) {
            return Envelope.refusal(INVALID_ACCOUNT);
        }
        if (!apiKeys.accepts(apiKey.get())) {
            return Envelope.refusal("Error: Invalid API key");
        }
        return Envelope.value(tokens.issue());
    }

    /** The client appends its parameters without a separator, so the answer ends with one. */
    public Answer landingUrl(Request request) {
        return Envelope.value(url + "/signin?");
    }
}
