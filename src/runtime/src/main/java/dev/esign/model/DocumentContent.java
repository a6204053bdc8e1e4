package dev.esign.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * The bytes of a document, readable as often as needed: once to measure the request, once to send it, and again when a
 * refused token makes the call repeat. Implementations are safe for use by several threads, each with its own stream.
 */
@FunctionalInterface
public interface DocumentContent {

    /**
     * Opens the content at its first byte.
     *
     * @return a new stream, which the caller closes
     * @throws IOException when the content can't be read
     */
    InputStream open() throws IOException;

    /**
     * Tells how large the content is, as far as that is known without reading it. Sessions whose documents are known to be
     * too large together aren't sent.
     *
     * @return the number of bytes; empty, as by default, when it isn't known
     */
    default OptionalLong size() {
        return OptionalLong.empty();
    }
}
