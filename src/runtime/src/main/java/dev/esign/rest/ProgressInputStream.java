package dev.esign.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import dev.esign.UploadProgress;
import dev.esign.rest.SessionRequest.Sent;

/** Tells a listener how much of a body has been handed to the HTTP client. One thread reads, any may ask. */
final class ProgressInputStream extends FilterInputStream {

    private final long total;
    private final UploadProgress progress;
    private volatile long sent;
    private volatile boolean ended;

    ProgressInputStream(InputStream body, long total, UploadProgress progress) {
        super(body);
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        advance(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        advance(count);
        return count;
    }

    /** How much has been handed on; all of it once the end was seen, or the announced length was reached. */
    Sent sent() {
        if (ended || sent == total) {
            return Sent.WHOLE;
        }
        return sent == 0 ? Sent.NOTHING : Sent.PART;
    }

    private void advance(int count) {
        if (count < 0) {
            ended = true;
        } else if (count > 0) {
            sent += count;
            progress.sent(sent, total);
        }
    }
}
