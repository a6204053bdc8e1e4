package dev.esign.sandbox.session;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** The bytes of a document, wherever they are kept. Immutable. */
public final class DocumentContent {

    /** What a document without bytes has. */
    public static final DocumentContent NONE = of(List.of(), 0, "");

    private final Supplier<InputStream> source;
    private final long size;
    private final String sha256;
    private final boolean tooLarge;

    private DocumentContent(Supplier<InputStream> source, long size, String sha256, boolean tooLarge) {
        this.source = source;
        this.size = size;
        this.sha256 = sha256;
        this.tooLarge = tooLarge;
    }

    /** Content in memory, in pieces. */
    public static DocumentContent of(List<byte[]> pieces, long size, String sha256) {
        List<byte[]> kept = List.copyOf(pieces);
        return of(() -> new SequenceInputStream(
                Collections.enumeration(kept.stream().<InputStream> map(ByteArrayInputStream::new).toList())), size, sha256);
    }

    /**
     * Content from anywhere.
     *
     * @param source opens it from its beginning
     */
    public static DocumentContent of(Supplier<InputStream> source, long size, String sha256) {
        return new DocumentContent(source, size, sha256, false);
    }

    /** Content that was let go because it passed the limit. */
    public static DocumentContent tooLarge() {
        return new DocumentContent(InputStream::nullInputStream, 0, "", true);
    }

    /** Whether its bytes were let go because they passed the limit. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    public long size() {
        return size;
    }

    /** The SHA-256 digest in lower-case hexadecimal digits; empty if there are no bytes. */
    public String sha256() {
        return sha256;
    }

    /** Opens the bytes from their beginning; the caller closes the stream. */
    public InputStream open() {
        return source.get();
    }
}
