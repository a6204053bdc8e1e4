package dev.esign.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer that isn't JSON. Its message says how long the answer is and what kind of text it seems to be, but quotes
 * nothing of it, since it may hold a token or personal data.
 */
public final class UnreadableAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(byte[] body) {
        super("the answer is " + kindOf(body) + " of " + body.length + " bytes, not a JSON object");
    }

    UnreadableAnswerException(String problem) {
        super(problem);
    }

    /** What an answer that begins so seems to be. */
    static String kindOf(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 64), StandardCharsets.UTF_8).stripLeading();
        if (start.startsWith("<")) {
            return "an HTML or XML page";
        }
        return start.startsWith("{") || start.startsWith("[") ? "broken or truncated JSON" : "a text";
    }
}
