package dev.esign.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    /** Encodes the first {@code count} bytes of {@code chunk} into {@code encoded}; returns the end of the text in it. */
    abstract int encode(byte[] chunk, int count, byte[] encoded);

    /** Opens the value before the first chunk, whose text ends at {@code end}; returns where it ends then. */
    abstract int open(byte[] encoded, int end);

    abstract char closing();

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
        int end = encode(chunk, count, encoded);
        if (!started) {
            end = open(encoded, end);
            started = true;
        }
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

        private static final int CHUNK = 16 * 1024; // a multiple of eight, so that furtherDigits can read eight bytes at a time
        private static final int LONGEST_NUMBER = 4; // ",255"

        private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
        private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

        /** For each byte its number with a comma before it in the lower half, and the length of this text in the upper half. */
        private static final long[] NUMBERS = new long[256];
        static {
            for (int value = 0; value < NUMBERS.length; value++) {
                String number = "," + value;
                NUMBERS[value] = (long) number.length() << 32;
                for (int i = 0; i < number.length(); i++) {
                    NUMBERS[value] |= (long) number.charAt(i) << 8 * i;
                }
            }
        }

        NumberArray(InputStream source) {
            super(source, CHUNK, CHUNK * LONGEST_NUMBER);
        }

        static long lengthOf(InputStream source) throws IOException {
            byte[] chunk = new byte[CHUNK];
            long length = 0;
            for (int count; (count = source.read(chunk)) >= 0;) {
                length += 2L * count + furtherDigits(chunk, count);
            }
            return 2 + Math.max(length - 1, 0); // there is no comma before the first number
        }

        /** Counts the digits after the first of each number. Eight bytes at a time are five times as fast as a table. */
        private static long furtherDigits(byte[] chunk, int count) {
            Arrays.fill(chunk, count, count + 7 & ~7, (byte) 0); // a zero has no further digit
            long digits = 0;
            for (int i = 0; i < count;) {
                long sums = 0; // one in each byte, which 127 times two digits don't overflow
                for (int end = Math.min(i + 127 * 8, count); i < end; i += 8) {
                    long bytes = (long) LONG.get(chunk, i);
                    sums += atLeast(10, bytes) + atLeast(100, bytes);
                }
                for (; sums != 0; sums >>>= 8) {
                    digits += sums & 0xff;
                }
            }
            return digits;
        }

        /**
         * Has a one in each byte that is {@code value} or more: then the sum reaches its highest bit, or the byte has it
         * itself.
         */
        private static long atLeast(int value, long bytes) {
            long sum = (bytes & 0x7f7f7f7f7f7f7f7fL) + (0x80 - value) * 0x0101010101010101L;
            return (sum | bytes) >>> 7 & 0x0101010101010101L;
        }

        /**
         * Always stores four bytes, so that it needs no branch; the next number overwrites those beyond a shorter one. Even the
         * last store is within {@code encoded}, since no number before it is longer than four either.
         */
        @Override
        int encode(byte[] chunk, int count, byte[] encoded) {
            long end = 0; // an int is a seventh slower
            for (int i = 0; i < count; i++) {
                long number = NUMBERS[chunk[i] & 0xff];
                INT.set(encoded, (int) end, (int) number);
                end += number >>> 32;
            }
            return (int) end;
        }

        @Override
        int open(byte[] encoded, int end) {
            encoded[0] = '['; // in place of the first comma
            return Math.max(end, 1);
        }

        @Override
        char closing() {
            return ']';
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
        int encode(byte[] chunk, int count, byte[] encoded) {
            return Base64.getEncoder().encode(count == chunk.length ? chunk : Arrays.copyOf(chunk, count), encoded);
        }

        @Override
        int open(byte[] encoded, int end) {
            System.arraycopy(encoded, 0, encoded, 1, end); // once a document; the encoder only writes from the start of an array
            encoded[0] = '"';
            return end + 1;
        }

        @Override
        char closing() {
            return '"';
        }
    }
}
