package dev.esign.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Encodes a document as a JSON value while it is read. */
abstract sealed class EncodingInputStream extends InputStream {

    private final InputStream source;
    private final byte[] chunk;
    private final byte[] encoded;
    private int position;
    private int limit;
    private boolean started;
    private boolean ended;

    EncodingInputStream(InputStream source, int chunkSize, int encodedChunkSize) {
        this.source = source;
        this.chunk = new byte[chunkSize];
        this.encoded = new byte[encodedChunkSize + 2]; // and what opens and closes the value
    }

    /** The form that is set. */
    static EncodingInputStream of(WireForm.Bytes form, InputStream source) {
        return switch (form) {
            case NUMBERS -> new NumberArray(source);
            case BASE64 -> new Base64Text(source);
        };
    }

    /** Reads {@code source} to its end and tells how many characters its encoded form has. */
    static long encodedLength(WireForm.Bytes form, InputStream source) throws IOException {
        return switch (form) {
            case NUMBERS -> NumberArray.lengthOf(source);
            case BASE64 -> Base64Text.lengthOf(source.transferTo(OutputStream.nullOutputStream()));
        };
    }

    abstract char opening();

    abstract char closing();

    /** Encodes the first {@code count} bytes of {@code chunk} into {@code encoded} from {@code at} on; gives where it ended. */
    abstract int encode(byte[] chunk, int count, boolean first, byte[] encoded, int at);

    @Override
    public final int read() throws IOException {
        return available() == 0 && !fill() ? -1 : encoded[position++] & 0xff;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
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
    public final int available() {
        return limit - position;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int count = source.readNBytes(chunk, 0, chunk.length);
        int end = 0;
        if (!started) {
            encoded[end++] = (byte) opening();
        }
        end = encode(chunk, count, !started, encoded, end);
        started = true;
        if (count < chunk.length) {
            encoded[end++] = (byte) closing();
            ended = true;
        }
        position = 0;
        limit = end;
        return true;
    }

    @Override
    public final void close() throws IOException {
        source.close();
    }

    /** {@code [80,75,255]}, which is how .NET writes and reads a byte array. */
    private static final class NumberArray extends EncodingInputStream {

        private static final int CHUNK = 16 * 1024;
        private static final int LONGEST_NUMBER = 4; // ",255"

        /** For each byte its number with a comma before it. */
        private static final byte[][] NUMBERS = new byte[256][];
        static {
            for (int value = 0; value < NUMBERS.length; value++) {
                NUMBERS[value] = ("," + value).getBytes(StandardCharsets.US_ASCII);
            }
        }

        NumberArray(InputStream source) {
            super(source, CHUNK, CHUNK * LONGEST_NUMBER);
        }

        static long lengthOf(InputStream source) throws IOException {
            byte[] chunk = new byte[CHUNK];
            long length = 0;
            for (int count; (count = source.read(chunk)) >= 0;) {
                for (int i = 0; i < count; i++) {
                    length += NUMBERS[chunk[i] & 0xff].length;
                }
            }
            return 2 + Math.max(length - 1, 0); // there is no comma before the first number
        }

        @Override
        char opening() {
            return '[';
        }

        @Override
        char closing() {
            return ']';
        }

        @Override
        int encode(byte[] chunk, int count, boolean first, byte[] encoded, int at) {
            int end = at;
            for (int i = 0; i < count; i++) {
                byte[] number = NUMBERS[chunk[i] & 0xff];
                int from = first && i == 0 ? 1 : 0;
                System.arraycopy(number, from, encoded, end, number.length - from);
                end += number.length - from;
            }
            return end;
        }
    }

    /** {@code "UEv/"}. */
    private static final class Base64Text extends EncodingInputStream {

        private static final int CHUNK = 24 * 1024; // a multiple of three, so that only the last chunk is padded

        Base64Text(InputStream source) {
            super(source, CHUNK, CHUNK / 3 * 4);
        }

        static long lengthOf(long bytes) {
            return 2 + (bytes + 2) / 3 * 4;
        }

        @Override
        char opening() {
            return '"';
        }

        @Override
        char closing() {
            return '"';
        }

        @Override
        int encode(byte[] chunk, int count, boolean first, byte[] encoded, int at) {
            byte[] text = Base64.getEncoder().encode(count == chunk.length ? chunk : Arrays.copyOf(chunk, count));
            System.arraycopy(text, 0, encoded, at, text.length);
            return at + text.length;
        }
    }
}
