package dev.esign.sandbox.session;

import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Takes the bytes of one document, and lets them go if they pass its limit. Closing one that isn't finished forgets its
 * bytes.
 */
public abstract class DocumentSink extends OutputStream {

    /** 100 MB of documents per session, by the vendor's release notes of February 2023. */
    public static final long SESSION_LIMIT = 100L * 1024 * 1024;

    /**
     * Ends the document.
     *
     * @throws UncheckedIOException if the place where it is kept fails
     */
    public abstract DocumentContent finish();

    /** Failures of the place where it is kept are not the client's, so that they aren't {@code IOException}s. */
    @Override
    public abstract void write(int octet);

    @Override
    public abstract void write(byte[] bytes, int offset, int length);

    @Override
    public void close() {
        // Nothing is open.
    }
}
