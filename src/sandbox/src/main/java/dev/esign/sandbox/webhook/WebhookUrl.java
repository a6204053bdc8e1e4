package dev.esign.sandbox.webhook;

import java.net.URI;

/** What can be done with the URL of a receiver. Messages never repeat one: it may hold a secret. */
public final class WebhookUrl {

    private static final String WRONG = "wrong";

    private WebhookUrl() {
    }

    /**
     * Takes the URLs that can be told of changes.
     *
     * @return the URL in ASCII
     * @throws IllegalArgumentException if it isn't an absolute http or https URL with a host
     */
    public static URI check(URI url) {
        String scheme = url.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw refusal(scheme == null ? "it is not absolute" : "its scheme is neither http nor https");
        }
        if (url.getHost() == null) {
            throw refusal("it has no host");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw refusal("its port does not lie between 1 and 65535");
        }
        return URI.create(url.toASCIIString());
    }

    /** Reads a URL that somebody typed. */
    public static URI parse(String text) {
        try {
            return check(URI.create(text.strip()));
        } catch (IllegalArgumentException e) {
            // The JDK's message would quote it.
            throw e.getCause() == null ? e : refusal("it is not a URL");
        }
    }

    /** What stands behind the authority, for a request line. */
    static String pathAndQuery(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** The URL with another secret, in the place where receivers keep one. */
    static URI withWrongSecret(URI url) {
        String authority = url.getRawAuthority();
        String rest = pathAndQuery(url);
        if (url.getRawUserInfo() != null) {
            String name = url.getRawUserInfo().split(":", 2)[0];
            authority = name + ":" + WRONG + authority.substring(authority.lastIndexOf('@'));
        } else if (url.getRawQuery() != null) {
            rest = rest.replaceFirst("[^=&?]*$", WRONG);
        } else {
            rest = rest.replaceFirst("[^/]*/?$", WRONG);
            rest = rest.startsWith("/") ? rest : "/" + rest;
        }
        return URI.create(url.getScheme() + "://" + authority + rest);
    }

    private static IllegalArgumentException refusal(String problem) {
        return new IllegalArgumentException("The webhook URL cannot be used: " + problem
                + ". Give an absolute http or https URL with a host, such as http://localhost:8080/webhook.");
    }
}
