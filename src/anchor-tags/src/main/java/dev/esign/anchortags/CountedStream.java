package dev.esign.anchortags;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the inflated bytes that are read. */
final class CountedStream extends FilterInputStream {

    private final Budget budget;

    CountedStream(InputStream in, Budget budget) {
        super(in);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        budget.inflated(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        budget.inflated(Math.max(0, read));
        return read;
    }
}
