package dev.esign.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;

/**
 * The body of a request: a stream that knows how long it was announced to be, and ends a request that is far beyond
 * anything a session may hold.
 */
public final class RequestBody extends InputStream {

    /** 100 MB of documents as a number array are 400 MB at most; the rest is room to tell a client politely. */
    public static final long LIMIT = 1L << 30;

    private final InputStream in;
    private final String contentType;
    private final String contentLength;
    private final boolean chunked;
    private long received;
    private boolean ended;
    private boolean broken;
    private final BodyRule rule;
    private JsonNode reading;
    private String bytesForm = "";

    public RequestBody(InputStream in, Headers headers) {
        this(in, headers, BodyRule.NONE);
    }

    public RequestBody(InputStream in, Headers headers, BodyRule rule) {
        this.in = in;
        this.rule = rule;
        this.contentType = headers.getFirst("Content-Type");
        this.contentLength = headers.getFirst("Content-Length");
        this.chunked = headers.containsKey("Transfer-Encoding");
    }

    /** Whether the head of the request says how long the body is, or that its end will be marked. */
    public boolean isAnnounced() {
        return chunked || contentLength != null;
    }

    /**
     * Judges the body by the head of the request.
     *
     * @throws MalformedRequestException if there is a body that is too long or no JSON
     */
    public void checkHead() throws MalformedRequestException {
        checkHead(false);
    }

    /**
     * Judges the body by the head of the request.
     *
     * @param isForm whether it must be what a form sends, instead of JSON
     * @throws MalformedRequestException if there is a body that is too long or of another kind
     */
    public void checkHead(boolean isForm) throws MalformedRequestException {
        if (announcedLength() > LIMIT) {
            throw tooLarge();
        }
        if (!chunked && announcedLength() == 0) {
            return;
        }
        if (isForm && !isForm()) {
            throw new MalformedRequestException(415, "A form sends application/x-www-form-urlencoded or multipart/form-data.");
        }
        if (!isForm && !isJson()) {
            throw new MalformedRequestException("A body must have the Content-Type application/json (UTF-8).");
        }
    }

    /** Whether everything that was announced has arrived; known once the stream has ended. */
    public boolean isWhole() {
        return ended && !broken && (chunked || received == announcedLength());
    }

    /** Whether nobody has begun to read. */
    public boolean isUntouched() {
        return received == 0 && !ended && !broken;
    }

    /** How the end of the body is told: {@code chunked}, {@code length}, or {@code none} without a body. */
    public String transfer() {
        return chunked ? "chunked" : announcedLength() > 0 ? "length" : "none";
    }

    /** How many bytes have been read. */
    public long received() {
        return received;
    }

    /**
     * Remembers what the body was read as.
     *
     * @param tree the JSON, with something other than numbers or text in the place of documents
     * @param form how the bytes of documents were written; empty without any
     * @return what the service makes of it
     * @throws MalformedRequestException if the service could not have read it
     */
    public ObjectNode readAs(ObjectNode tree, String form) throws MalformedRequestException {
        this.reading = tree;
        this.bytesForm = form;
        return rule.apply(tree, form);
    }

    /** What the body was read as; nothing if it wasn't, or was no whole JSON. */
    public Optional<JsonNode> reading() {
        return Optional.ofNullable(reading);
    }

    /** How the bytes of documents were written; empty without any. */
    public String bytesForm() {
        return bytesForm;
    }

    /** Says why reading failed. */
    public MalformedRequestException failure(String reason) {
        return received > LIMIT ? tooLarge() : new MalformedRequestException(reason);
    }

    /**
     * Reads what is left, up to the limit.
     *
     * @return whether the connection can take another request
     */
    public boolean drain() {
        byte[] waste = new byte[8192];
        try {
            while (!ended && !broken) {
                read(waste, 0, waste.length);
            }
        } catch (IOException e) {
            broken = true;
        }
        return isWhole();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
        if (count < 0) {
            ended = true;
        } else {
            received += count;
            if (received > LIMIT) {
                broken = true;
                throw new IOException("the request is larger than " + LIMIT + " bytes");
            }
        }
        return count;
    }

    private static MalformedRequestException tooLarge() {
        return new MalformedRequestException(413, "The request is larger than " + LIMIT + " bytes.");
    }

    private long announcedLength() {
        // The server has refused anything but a number already.
        return contentLength == null || chunked ? 0 : Long.parseLong(contentLength.strip());
    }

    /** The raw value of the {@code Content-Type} header, or an empty text. */
    public String contentType() {
        return contentType == null ? "" : contentType;
    }

    private boolean isForm() {
        String type = contentType().toLowerCase(Locale.ROOT).split(";")[0].strip();
        return type.equals("application/x-www-form-urlencoded") || type.equals("multipart/form-data");
    }

    private boolean isJson() {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        boolean json = parts[0].strip().equals("application/json") || parts[0].strip().equals("text/json");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
        }
        return json;
    }
}
