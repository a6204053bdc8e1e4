package dev.esign.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import dev.esign.UploadProgress;

/** Tells a listener how much of a body has been handed to the HTTP client. */
final class ProgressInputStream extends FilterInputStream {

    private final long total;
    private final UploadProgress progress;
    private long sent;

    ProgressInputStream(InputStream body, long total, UploadProgress progress) {
        super(body);
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            advance(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            advance(count);
        }
        return count;
    }

    private void advance(int count) {
        sent += count;
        progress.sent(sent, total);
    }
}
