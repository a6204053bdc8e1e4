package dev.esign;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An address that signs an eSign user in without a password, at one page of one session. It holds a token that lives only
 * shortly, so make it when it is needed and never store or log it; {@code toString} masks it and
 * whom it names.
 */
public final class SignInUrl {

    private static final String MASK = "***";
    private static final Pattern PERSONAL = Pattern.compile("([?&](?:user|username|filterByTxName)=)[^&]*");

    private final String beforeToken;
    private final String token;
    private final String afterToken;

    /**
     * Puts an address together.
     *
     * @param beforeToken what precedes the token
     * @param token the token, percent-encoded
     * @param afterToken what follows the token
     */
    public SignInUrl(String beforeToken, String token, String afterToken) {
        this.beforeToken = Objects.requireNonNull(beforeToken, "beforeToken");
        this.token = Objects.requireNonNull(token, "token");
        this.afterToken = Objects.requireNonNull(afterToken, "afterToken");
    }

    /** @return the address with its token, to send a browser to */
    public URI reveal() {
        return URI.create(beforeToken + token + afterToken);
    }

    /** @return the address with {@code ***} for the token, to show to the user whom it names; not for logs */
    public String withoutToken() {
        return beforeToken + MASK + afterToken;
    }

    /** @return the address with {@code ***} for the token, and for the names of user and transaction */
    @Override
    public String toString() {
        return beforeToken + MASK + PERSONAL.matcher(afterToken).replaceAll("$1" + MASK);
    }
}
