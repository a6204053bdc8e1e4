package dev.esign.sandbox;

import java.net.URI;

/**
 * Who is told of changes.
 *
 * @param id a short name that the sandbox gave, such as {@code 1}
 * @param url the whole URL, which may hold a secret; never shown by the sandbox
 */
public record WebhookTarget(String id, URI url) {

    /**
     * The URL as it can be shown: scheme, host and port. User information, path and query may hold secrets.
     *
     * @return such as {@code http://***@localhost:8080/***}
     */
    public String masked() {
        String user = url.getRawUserInfo() == null ? "" : "***@";
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        boolean bare = (url.getRawPath().isEmpty() || url.getRawPath().equals("/")) && url.getRawQuery() == null;
        return url.getScheme() + "://" + user + url.getHost() + port + (bare ? "/" : "/***");
    }

    @Override
    public String toString() {
        return "WebhookTarget[" + id + ", " + masked() + "]";
    }
}
