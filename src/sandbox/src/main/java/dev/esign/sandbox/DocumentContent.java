package dev.esign.sandbox;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** The bytes of a document, wherever they are kept; at present in memory, in pieces. Immutable. */
final class DocumentContent {

    /** What a document without bytes has. */
    static final DocumentContent NONE = new DocumentContent(List.of(), 0, "", false);

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

    static DocumentContent of(List<byte[]> pieces, long size, String sha256) {
        return new DocumentContent(List.copyOf(pieces), size, sha256, false);
    }

    /** Content that was let go because it passed the limit. */
    static DocumentContent tooLarge() {
        return new DocumentContent(List.of(), 0, "", true);
    }

    /** Whether its bytes were let go because they passed the limit. */
    boolean isTooLarge() {
        return tooLarge;
    }

    long size() {
        return size;
    }

    /** The SHA-256 digest in lower-case hexadecimal digits. */
    String sha256() {
        return sha256;
    }

    InputStream open() {
        return new SequenceInputStream(
                Collections.enumeration(pieces.stream().<InputStream> map(ByteArrayInputStream::new).toList()));
    }
}
