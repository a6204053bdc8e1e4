package dev.esign.sandbox.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Gathers the bytes of one document in memory. It grows by pieces instead of by copying, so that a document takes its own size
 * and
 * little more; past the limit it lets everything go and only swallows.
 */
public final class DocumentCollector extends DocumentSink {

    private static final int FIRST_PIECE = 8 * 1024;
    private static final int LARGEST_PIECE = 256 * 1024;

    private final long limit;
    private final MessageDigest digest = sha256();
    private final List<byte[]> pieces = new ArrayList<>();
    private byte[] piece = new byte[FIRST_PIECE];
    private int used;
    private long size;
    private boolean tooLarge;

    /**
     * Begins a document.
     *
     * @param limit how many bytes it may have
     */
    public DocumentCollector(long limit) {
        this.limit = limit;
    }

    /** The content that some bytes make. */
    public static DocumentContent collect(byte[] bytes) {
        DocumentCollector collector = new DocumentCollector(Long.MAX_VALUE);
        collector.write(bytes, 0, bytes.length);
        return collector.finish();
    }

    @Override
    public void write(int octet) {
        if (used == piece.length) {
            nextPiece();
        }
        piece[used++] = (byte) octet;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (used == piece.length) {
                nextPiece();
            }
            int count = Math.min(end - from, piece.length - used);
            System.arraycopy(bytes, from, piece, used, count);
            used += count;
            from += count;
        }
    }

    @Override
    public DocumentContent finish() {
        keep(Arrays.copyOf(piece, used));
        return tooLarge ? DocumentContent.tooLarge()
                : DocumentContent.of(pieces, size, HexFormat.of().formatHex(digest.digest()));
    }

    private void nextPiece() {
        keep(piece);
        used = 0;
        if (!tooLarge) {
            piece = new byte[Math.min(2 * piece.length, LARGEST_PIECE)];
        }
    }

    private void keep(byte[] full) {
        size += full.length;
        if (size > limit) {
            tooLarge = true;
            pieces.clear();
        } else {
            digest.update(full);
            pieces.add(full);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
