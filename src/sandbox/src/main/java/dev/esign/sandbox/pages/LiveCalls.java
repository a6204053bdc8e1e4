package dev.esign.sandbox.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;

/** Tells browsers that something changed; they fetch what they show anew. */
final class LiveCalls {

    /** Below the half minute after which some proxies lose their patience. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private final Changes changes;

    LiveCalls(Changes changes) {
        this.changes = changes;
    }

    /** The version of what the pages show: at once if {@code since} is another one, or else when it changes. */
    Answer get(Request request) throws MalformedRequestException {
        String since = request.query("since");
        long version = since.matches("\\d{1,18}") ? changes.await(Long.parseLong(since), LONGEST_WAIT) : changes.version();
        return new Answer(200, Map.of("Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store",
                "X-Content-Type-Options", "nosniff"), String.valueOf(version).getBytes(StandardCharsets.US_ASCII));
    }
}
