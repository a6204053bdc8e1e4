package dev.esign.sandbox.session;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** The bytes of a document, wherever they are kept; at present in memory, in pieces. Immutable. */
public final class DocumentContent {

    /** What a document without bytes has. */
    public static final DocumentContent NONE = new DocumentContent(List.of(), 0, "", false);

    private final List<byte[]> pieces;
    private final long size;
    private final String sha256;
    private final boolean tooLarge;

    private DocumentContent(List<byte[]> pieces, long size, String sha256, boolean tooLarge) {
        this.pieces = pieces;
        this.size = size;
        this.sha256 = sha256;
        this.tooLarge = tooLarge;
    }

    public static DocumentContent of(List<byte[]> pieces, long size, String sha256) {
        return new DocumentContent(List.copyOf(pieces), size, sha256, false);
    }

    /** Content that was let go because it passed the limit. */
    public static DocumentContent tooLarge() {
        return new DocumentContent(List.of(), 0, "", true);
    }

    /** Whether its bytes were let go because they passed the limit. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    public long size() {
        return size;
    }

    /** The SHA-256 digest in lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    public InputStream open() {
        return new SequenceInputStream(
                Collections.enumeration(pieces.stream().<InputStream> map(ByteArrayInputStream::new).toList()));
    }
}
