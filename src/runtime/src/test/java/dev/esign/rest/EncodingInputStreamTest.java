package dev.esign.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.esign.rest.WireForm.Bytes;

/** Both encodings equal a naive one, and their length is known before. */
class EncodingInputStreamTest {

    private static final int NUMBERS_CHUNK = 16 * 1024;
    private static final int BASE64_CHUNK = 24 * 1024;

    @ParameterizedTest
    @EnumSource(Bytes.class)
    void everyValueIsEncodedAloneAndAfterEveryOther(Bytes form) throws IOException {
        for (int value = 0; value < 256; value++) {
            assertEncoded(form, new byte[] { (byte) value });
            byte[] pairs = new byte[2 * 256];
            for (int other = 0; other < 256; other++) {
                pairs[2 * other] = (byte) other;
                pairs[2 * other + 1] = (byte) value;
            }
            assertEncoded(form, pairs);
        }
    }

    @ParameterizedTest
    @MethodSource("formsAndSizes")
    void documentIsEncodedWhateverItsSize(Bytes form, int size) throws IOException {
        byte[] document = new byte[size];
        new Random(size).nextBytes(document);

        assertEncoded(form, document);
    }

    @ParameterizedTest
    @MethodSource("formsAndSizes")
    void documentIsEncodedWhenItsNumbersAreShortestOrLongest(Bytes form, int size) throws IOException {
        byte[] document = new byte[size];
        assertEncoded(form, document);

        Arrays.fill(document, (byte) 255);
        assertEncoded(form, document);

        if (size > 0) {
            document[size - 1] = 0; // the shortest number as far back in the buffer as it can be
            assertEncoded(form, document);
        }
    }

    static Stream<Arguments> formsAndSizes() {
        IntStream sizes = IntStream.of(0, 1, 2, 3, 7, 8, 9, 127 * 8 - 1, 127 * 8, 127 * 8 + 1, 100_003);
        IntStream aroundChunks = IntStream.of(NUMBERS_CHUNK, BASE64_CHUNK, 2 * NUMBERS_CHUNK, 2 * BASE64_CHUNK)
                .flatMap(size -> IntStream.rangeClosed(size - 1, size + 1));
        return IntStream.concat(sizes, aroundChunks).boxed()
                .flatMap(size -> Stream.of(Bytes.values()).map(form -> arguments(form, size)));
    }

    @ParameterizedTest
    @EnumSource(Bytes.class)
    void documentIsEncodedWhenItsSourceReturnsFewBytesPerRead(Bytes form) throws IOException {
        byte[] document = new byte[50_000];
        new Random(1).nextBytes(document);

        for (int most : new int[] { 1, 3, 8, 13, 1021 }) {
            assertThat(EncodingInputStream.encodedLength(form, new Trickle(document, most)))
                    .isEqualTo(naive(form, document).length);
            assertThat(EncodingInputStream.of(form, new Trickle(document, most)).readAllBytes())
                    .isEqualTo(naive(form, document));
        }
    }

    @ParameterizedTest
    @EnumSource(Bytes.class)
    void streamReturnsTheSameByteForByte(Bytes form) throws IOException {
        byte[] document = new byte[BASE64_CHUNK + 1];
        new Random(1).nextBytes(document);
        ByteArrayOutputStream single = new ByteArrayOutputStream();

        InputStream stream = EncodingInputStream.of(form, new ByteArrayInputStream(document));
        for (int next; (next = stream.read()) >= 0;) {
            single.write(next);
        }

        assertThat(single.toByteArray()).isEqualTo(naive(form, document));
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(new byte[1])).isEqualTo(-1);
    }

    @Test
    void sourceIsReadChunkByChunk() throws IOException {
        ByteArrayInputStream source = new ByteArrayInputStream(new byte[100_000]);
        InputStream stream = EncodingInputStream.of(Bytes.NUMBERS, source);
        assertThat(source.available()).isEqualTo(100_000);

        stream.skipNBytes(2 * NUMBERS_CHUNK); // "[0,0,0", which ends with the first chunk
        assertThat(source.available()).isEqualTo(100_000 - NUMBERS_CHUNK);

        stream.read();
        assertThat(source.available()).isEqualTo(100_000 - 2 * NUMBERS_CHUNK);
    }

    private static void assertEncoded(Bytes form, byte[] document) throws IOException {
        byte[] expected = naive(form, document);

        assertThat(EncodingInputStream.of(form, new ByteArrayInputStream(document)).readAllBytes()).isEqualTo(expected);
        assertThat(EncodingInputStream.encodedLength(form, new ByteArrayInputStream(document))).isEqualTo(expected.length);
    }

    private static byte[] naive(Bytes form, byte[] document) {
        String text = switch (form) {
            case NUMBERS -> IntStream.range(0, document.length).mapToObj(i -> Integer.toString(document[i] & 0xff))
                    .collect(Collectors.joining(",", "[", "]"));
            case BASE64 -> '"' + Base64.getEncoder().encodeToString(document) + '"';
        };
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns at most some bytes per read, as a network does. */
    private static final class Trickle extends FilterInputStream {

        private final int most;

        Trickle(byte[] bytes, int most) {
            super(new ByteArrayInputStream(bytes));
            this.most = most;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, most));
        }
    }
}
