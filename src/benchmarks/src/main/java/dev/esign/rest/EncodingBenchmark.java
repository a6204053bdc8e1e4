package dev.esign.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.esign.rest.WireForm.Bytes;

/**
 * Measures the encoding of a document on one core, and reading it as it is. An operation is a byte, so ops/ns are
 * GB/s, and B/op are bytes allocated per byte. In this package, since the encoder isn't public.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class EncodingBenchmark {

    private static final int DOCUMENT = 1024 * 1024;
    private static final int NUMBERS = 1 + DOCUMENT / 256 * (10 * 2 + 90 * 3 + 156 * 4);
    private static final int BASE64 = 2 + (DOCUMENT + 2) / 3 * 4;

    private final byte[] document = new byte[DOCUMENT];
    private final byte[] buffer = new byte[8 * 1024];

    /**
     * Creates a document with every byte equally often, as in compressed files, in an order that the processor can't predict.
     *
     * @throws IOException never
     */
    @Setup
    public void createDocument() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < DOCUMENT; i++) {
            int j = random.nextInt(i + 1);
            document[i] = document[j];
            document[j] = (byte) i;
        }
        if (numbers() != NUMBERS || lengthOfNumbers() != NUMBERS || base64() != BASE64) {
            throw new IllegalStateException("an encoded document has an unexpected length");
        }
    }

    /**
     * Reads the document as it is, for comparison.
     *
     * @return the length
     * @throws IOException never
     */
    @Benchmark
    @OperationsPerInvocation(DOCUMENT)
    public long plain() throws IOException {
        return read(source());
    }

    /**
     * Encodes the document as a number array, in bytes of the array.
     *
     * @return the length
     * @throws IOException never
     */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public long numbers() throws IOException {
        return read(EncodingInputStream.of(Bytes.NUMBERS, source()));
    }

    /**
     * Computes the length of the number array, in bytes of the document.
     *
     * @return the length
     * @throws IOException never
     */
    @Benchmark
    @OperationsPerInvocation(DOCUMENT)
    public long lengthOfNumbers() throws IOException {
        return EncodingInputStream.encodedLength(Bytes.NUMBERS, source());
    }

    /**
     * Encodes the document as base64, in bytes of the text.
     *
     * @return the length
     * @throws IOException never
     */
    @Benchmark
    @OperationsPerInvocation(BASE64)
    public long base64() throws IOException {
        return read(EncodingInputStream.of(Bytes.BASE64, source()));
    }

    private InputStream source() {
        return new ByteArrayInputStream(document);
    }

    private long read(InputStream stream) throws IOException {
        long length = 0;
        for (int count; (count = stream.read(buffer)) >= 0;) {
            length += count;
        }
        return length;
    }
}
