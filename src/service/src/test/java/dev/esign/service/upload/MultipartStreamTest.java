package dev.esign.service.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartStreamTest {

    private static final String BOUNDARY = "ab-ab";

    /** Whatever the network's pieces, and with contents that are nearly boundaries. */
    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 7, 64, 1000, 65_535, 65_536, 1_000_000 })
    void readsEachPartAsItWasWritten(int pieces) throws IOException {
        Random random = new Random(pieces);
        List<byte[]> contents = new ArrayList<>();
        for (int length : new int[] { 0, 1, 2, 100, 5_000, pieces < 10 ? 3_000 : 200_000, 0, 65_536 - 40 }) {
            contents.add(nearlyBoundaries(random, length));
        }
        byte[] body = write(contents);

        MultipartStream parts = new MultipartStream(inPieces(body, pieces), BOUNDARY);
        List<byte[]> read = new ArrayList<>();
        byte[] buffer = new byte[1 + random.nextInt(70_000)];
        for (Map<String, String> headers = parts.nextPart(); headers != null; headers = parts.nextPart()) {
            assertThat(headers).containsOnlyKeys("content-disposition", "x").containsEntry("x", "ü" + read.size());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int count = parts.read(buffer); count >= 0; count = parts.read(buffer)) {
                content.write(buffer, 0, count);
            }
            read.add(content.toByteArray());
        }

        assertThat(read).hasSameSizeAs(contents);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isEqualTo(contents.get(i));
        }
        assertThat(parts.nextPart()).isNull();
    }

    @Test
    void skipsWhatIsLeftOfAPart() throws IOException {
        byte[] body = write(List.of(new byte[100_000], "second".getBytes(StandardCharsets.US_ASCII)));

        MultipartStream parts = new MultipartStream(new ByteArrayInputStream(body), BOUNDARY);
        parts.nextPart();
        parts.read(new byte[10]);
        parts.nextPart();
        byte[] second = new byte[100];

        assertThat(parts.read(second)).isEqualTo(6);
        assertThat(new String(second, 0, 6, StandardCharsets.US_ASCII)).isEqualTo("second");
    }

    @Test
    void readsTheBodyToItsEnd() throws IOException {
        InputStream body = new ByteArrayInputStream(
                ("preamble\r\n--" + BOUNDARY + "--\r\nepilogue").getBytes(StandardCharsets.US_ASCII));

        assertThat(new MultipartStream(body, BOUNDARY).nextPart()).isNull();
        assertThat(body.read()).isEqualTo(-1);
    }

    private static byte[] nearlyBoundaries(Random random, int length) {
        byte[] alphabet = "\r\n-ab".getBytes(StandardCharsets.US_ASCII);
        byte[] content = new byte[length];
        do {
            for (int i = 0; i < length; i++) {
                content[i] = alphabet[random.nextInt(alphabet.length)];
            }
        } while (("\r\n" + new String(content, StandardCharsets.US_ASCII)).contains("\r\n--" + BOUNDARY));
        return content;
    }

    private static byte[] write(List<byte[]> contents) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < contents.size(); i++) {
            body.writeBytes(
                    ("--" + BOUNDARY + (i % 2 == 0 ? "" : " \t") + "\r\nContent-Disposition: form-data; name=\"a\"\r\nX:  ü"
                            + i + " \r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(contents.get(i));
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + BOUNDARY + "--").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static InputStream inPieces(byte[] body, int size) {
        return new FilterInputStream(new ByteArrayInputStream(body)) {

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(size, length));
            }
        };
    }
}
