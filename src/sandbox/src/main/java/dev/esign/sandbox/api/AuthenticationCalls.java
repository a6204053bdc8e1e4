package dev.esign.sandbox.api;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.user.User;
import dev.esign.sandbox.user.Users;

/** EncryptString, GetToken, GetTokenUserNamePassword, AuthenticateUser and GetLandingURL. */
public final class AuthenticationCalls {

    private final Accepted apiKeys;
    private final Set<String> encryptedApiKeys;
    private final Tokens tokens;
    private final Users users;
    private final URI url;
    private final SaltCipher cipher = new SaltCipher();

    /**
     * Begins.
     *
     * @param encryptedApiKeys keys that were encrypted elsewhere
     */
    public AuthenticationCalls(Accepted apiKeys, Set<String> encryptedApiKeys, Users users, Tokens tokens, URI url) {
        this.apiKeys = apiKeys;
        this.encryptedApiKeys = encryptedApiKeys;
        this.users = users;
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
        if (!salt.isEmpty() && encryptedApiKeys.contains(request.authorization())) {
            return Envelope.value(tokens.issue());
        }
        Optional<String> apiKey = salt.isEmpty() ? Optional.empty() : cipher.decrypt(request.authorization(), salt);
        if (apiKey.isEmpty()) {
            return Envelope.refusal(Users.BAD_CREDENTIALS);
        }
        if (!apiKeys.accepts(apiKey.get())) {
            return Envelope.refusal("Error: Invalid API key");
        }
        return Envelope.value(tokens.issue());
    }

    public Answer getTokenByPassword(Request request) {
        try {
            users.authenticate(request.variable("userName"),
                    cipher.decrypt(request.authorization(), request.variable("salt")).orElse(""));
            return Envelope.value(tokens.issue());
        } catch (RefusedException e) {
            return Envelope.refusal(Users.BAD_CREDENTIALS);
        }
    }

    /** Its header holds a token, a colon and an encrypted password. */
    public Answer authenticateUser(Request request) {
        String header = request.authorization();
        int colon = header.indexOf(':');
        if (colon < 0 || !tokens.spend(header.substring(0, colon).strip())) {
            return Envelope.nothing();
        }
        try {
            User user = users.authenticate(request.variable("userName"),
                    cipher.decrypt(header.substring(colon + 1).strip(), request.variable("salt")).orElse(""));
            return Envelope.array("Users", List.of(user), UserTree::of, List.of());
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("Users", e.details());
        }
    }

    /** The client appends its parameters without a separator, so the answer ends with one. */
    public Answer landingUrl(Request request) {
        return Envelope.value(url + "/signin?");
    }
}
