package dev.esign.sandbox.pages;

import java.util.Map;

import dev.esign.sandbox.http.Answer;

/** Sends a browser on, within the sandbox. */
final class Redirect {

    private Redirect() {
    }

    /** Goes on with a GET, so that a reload repeats nothing. */
    static Answer to(String path) {
        return new Answer(303, Map.of("Location", path, "Cache-Control", "no-store", "Referrer-Policy", "same-origin"),
                new byte[0]);
    }
}
