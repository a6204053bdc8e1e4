package dev.esign.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Encodes bytes as {@code [80,75,255]} while they are read. */
final class NumberArrayInputStream extends InputStream {

    private static final int SOURCE_CHUNK = 16 * 1024;
    private static final int LONGEST_NUMBER = 4; // ",255"

    /** For each byte its number with a comma before it. */
    private static final byte[][] NUMBERS = new byte[256][];
    static {
        for (int value = 0; value < NUMBERS.length; value++) {
            NUMBERS[value] = ("," + value).getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final InputStream source;
    private final byte[] chunk = new byte[SOURCE_CHUNK];
    private final byte[] encoded = new byte[SOURCE_CHUNK * LONGEST_NUMBER + 1];
    private int position;
    private int limit;
    private boolean started;
    private boolean ended;

    NumberArrayInputStream(InputStream source) {
        this.source = source;
    }

    /** How many characters the array has that encodes all of {@code source}. */
    static long lengthOf(InputStream source) throws IOException {
        byte[] chunk = new byte[SOURCE_CHUNK];
        long length = 0;
        for (int count; (count = source.read(chunk)) >= 0;) {
            for (int i = 0; i < count; i++) {
                length += NUMBERS[chunk[i] & 0xff].length;
            }
        }
        return Math.max(length, 1) + 1; // the first comma's place is the opening bracket's
    }

    @Override
    public int read() throws IOException {
        return available() == 0 && !fill() ? -1 : encoded[position++] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (available() == 0 && !fill()) {
            return -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(encoded, position, buffer, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return limit - position;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int count = source.readNBytes(chunk, 0, chunk.length);
        int end = 0;
        for (int i = 0; i < count; i++) {
            byte[] number = NUMBERS[chunk[i] & 0xff];
            System.arraycopy(number, 0, encoded, end, number.length);
            end += number.length;
        }
        if (!started) {
            encoded[0] = '[';
            end = Math.max(end, 1);
            started = true;
        }
        if (count < chunk.length) {
            encoded[end++] = ']';
            ended = true;
        }
        position = 0;
        limit = end;
        return true;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
