package dev.esign.sandbox.session;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests the bytes of one document, and forgets them. */
final class DocumentSum extends DocumentSink {

    private final long limit;
    private final MessageDigest digest;
    private long size;

    DocumentSum(long limit) {
        this.limit = limit;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    @Override
    public void write(int octet) {
        digest.update((byte) octet);
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        size += length;
    }

    @Override
    public DocumentContent finish() {
        return size > limit ? DocumentContent.tooLarge()
                : DocumentContent.of(InputStream::nullInputStream, size, HexFormat.of().formatHex(digest.digest()));
    }
}
