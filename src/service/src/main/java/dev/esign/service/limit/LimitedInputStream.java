package dev.esign.service.limit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body, as far as it isn't too large: what lies behind the limit isn't read. Not thread-safe. */
public final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private long count;

    /**
     * Limits a body.
     *
     * @param limit how many bytes may be read before reading fails with {@link BodyTooLargeException}
     */
    public LimitedInputStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws BodyTooLargeException {
        count += read;
        if (count > limit) {
            throw new BodyTooLargeException();
        }
    }
}
