package dev.esign.anchortags;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Looks at the clock while a PDF is read, wherever in PDFBox that happens. */
final class TimedRead implements RandomAccessRead {

    private static final int READS_PER_LOOK = 0xFFF;

    private final RandomAccessRead source;
    private final Budget budget;
    private int reads;

    TimedRead(RandomAccessRead source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    /**
     * Refuses a file with more objects than allowed before PDFBox, when it has to repair the file, keeps the place of each.
     */
    void countObjects() throws IOException {
        byte[] object = "obj".getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[65_536];
        long count = 0;
        int matched = 0;
        source.seek(0);
        for (int read = source.read(buffer, 0, buffer.length); read > 0; read = source.read(buffer, 0, buffer.length)) {
            budget.tick();
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == object[matched] ? matched + 1 : buffer[i] == object[0] ? 1 : 0;
                if (matched == object.length) {
                    matched = 0;
                    count++;
                }
            }
        }
        source.seek(0);
        // Each object is opened and closed by a word that has this in it.
        if (count / 2 > budget.limits().objects()) {
            budget.objects(count / 2);
        }
    }

    @Override
    public int read() throws IOException {
        if ((++reads & READS_PER_LOOK) == 0) {
            budget.tick();
        }
        return source.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        budget.tick();
        return source.read(buffer, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
        return source.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        source.seek(position);
    }

    @Override
    public long length() throws IOException {
        return source.length();
    }

    @Override
    public boolean isClosed() {
        return source.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return source.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
