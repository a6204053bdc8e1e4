package dev.esign.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer, ready to be sent.
 *
 * @param stream what is sent instead of the body, if it is too large to be built before
 * @param delivery how much of it is sent, and how
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Optional<StreamedBody> stream, Delivery delivery) {

    public Answer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Optional.empty(), Delivery.WHOLE);
    }

    public static Answer streamed(Map<String, String> headers, StreamedBody stream) {
        return new Answer(200, headers, new byte[0], Optional.of(stream), Delivery.WHOLE);
    }

    /** No answer at all: the connection is closed. */
    public static Answer dropped() {
        return new Answer(0, Map.of(), new byte[0]).by(Delivery.DROPPED);
    }

    public static Answer json(byte[] body) {
        return json(200, body);
    }

    public static Answer json(int status, byte[] body) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    public static Answer page(int status, String html) {
        return new Answer(status, Map.of(
                "Content-Type", "text/html; charset=utf-8",
                "Cache-Control", "no-store",
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'",
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff"), html.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer notFound() {
        return text(404, "There is nothing at this path.");
    }

    public static Answer methodNotAllowed(String allowed) {
        return text(405, "This path takes " + allowed + " only.").with("Allow", allowed);
    }

    public static Answer lengthRequired() {
        return page(411, Html.page("Length Required",
                "<p>A POST or PUT needs a Content-Length (0 without a body) or Transfer-Encoding: chunked.</p>"));
    }

    public static Answer requestError(int status, String reason) {
        return page(status, Html.page("Request Error", "<p>The request could not be read: " + Html.escape(reason) + "</p>"));
    }

    public static Answer internalError() {
        return page(500, Html.page("Internal Server Error", "<p>The sandbox failed. Its log says where.</p>"));
    }

    /** Whether there is nothing behind its head. */
    public boolean isEmpty() {
        return body.length == 0 && stream.isEmpty();
    }

    public Answer closingTheConnection() {
        return with("Connection", "close");
    }

    /** This answer, sent in another way. */
    public Answer by(Delivery otherDelivery) {
        return new Answer(status, headers, body, stream, otherDelivery);
    }

    /** This answer with one more header, or with another value of it. */
    public Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, Map.copyOf(more), body, stream, delivery);
    }

    private static Answer text(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }
}
