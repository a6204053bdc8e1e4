package dev.esign.sandbox.session;

import java.net.URI;
import java.net.URISyntaxException;

/** Tells web addresses from other texts. */
public final class WebAddress {

    private WebAddress() {
    }

    /**
     * Lets a {@code returnUrl} pass.
     *
     * @throws RefusedException if it isn't an absolute http or https address with a host
     */
    public static void check(String returnUrl) throws RefusedException {
        if (returnUrl.isBlank()) {
            throw new RefusedException("The returnUrl is missing.");
        }
        if (!isValid(returnUrl)) {
            throw new RefusedException("The returnUrl is not an http or https address.");
        }
    }

    private static boolean isValid(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
