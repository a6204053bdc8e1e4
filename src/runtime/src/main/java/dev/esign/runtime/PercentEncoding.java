package dev.esign.runtime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts as part of a path or a query. */
final class PercentEncoding {

    private PercentEncoding() {
    }

    /** Encodes everything that isn't a letter, a digit or one of {@code .-_*}; a space is {@code %20} wherever it stands. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
