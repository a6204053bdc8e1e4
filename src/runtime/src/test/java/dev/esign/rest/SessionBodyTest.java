package dev.esign.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.UploadProgress;
import dev.esign.model.DocumentContent;
import dev.esign.rest.WireForm.Bytes;
import dev.esign.rest.WireForm.Dates;
import dev.esign.rest.WireForm.Dictionary;
import dev.esign.rest.WireForm.Length;

/** A body is measured, then streamed, and the two agree or the request is broken off. */
class SessionBodyTest {

    private static final byte[] EVERY_BYTE = new byte[256];
    static {
        for (int i = 0; i < EVERY_BYTE.length; i++) {
            EVERY_BYTE[i] = (byte) i;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 16_383, 16_384, 16_385, 100_003 })
    void lengthAndTextAgreeWhateverTheSize(int size) throws IOException {
        byte[] document = new byte[size];
        new Random(size).nextBytes(document);
        SessionRequest request = request(() -> new ByteArrayInputStream(document));

        byte[] sent = request.open().readAllBytes();

        assertThat(request.prepare()).hasValue(sent.length);
        assertThat(numbers(sent, 0)).isEqualTo(document);
    }

    @Test
    void everyByteIsItsNumber() throws IOException {
        byte[] sent = request(() -> new ByteArrayInputStream(EVERY_BYTE)).open().readAllBytes();

        assertThat(new String(sent, StandardCharsets.UTF_8)).contains("\"FileBytes\":[0,1,2,3,").contains(",253,254,255],");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 7, 8192, 65_536 })
    void readsInPiecesOfAnySize(int piece) throws IOException {
        DocumentContent content = () -> new ByteArrayInputStream(EVERY_BYTE);
        byte[] whole = request(content, content).open().readAllBytes();

        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        try (InputStream body = request(content, content).open()) {
            byte[] buffer = new byte[piece];
            for (int count; (count = body.read(buffer, 0, piece)) >= 0;) {
                pieces.write(buffer, 0, count);
            }
        }

        assertThat(pieces.toByteArray()).isEqualTo(whole);
        assertThat(numbers(whole, 1)).isEqualTo(EVERY_BYTE);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 24_575, 24_576, 24_577, 24_578, 100_003 })
    void base64OfAnySize(int size) throws IOException {
        byte[] document = new byte[size];
        new Random(size).nextBytes(document);
        SessionRequest request = request(form(Bytes.BASE64, Length.EXACT), UploadProgress.NONE,
                () -> new ByteArrayInputStream(document));

        byte[] sent = request.open().readAllBytes();

        assertThat(request.prepare()).hasValue(sent.length);
        assertThat(new ObjectMapper().readTree(sent).at("/session/Documents/0/FileBytes").binaryValue()).isEqualTo(document);
    }

    @Test
    void inChunksNothingIsReadBefore() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        List<Long> totals = new ArrayList<>();
        SessionRequest request = request(form(Bytes.NUMBERS, Length.CHUNKED), (sent, total) -> totals.add(total), () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(EVERY_BYTE);
        });

        assertThat(request.prepare()).isEmpty();
        assertThat(opened).hasValue(0);
        assertThat(numbers(request.open().readAllBytes(), 0)).isEqualTo(EVERY_BYTE);
        assertThat(opened).hasValue(1);
        assertThat(totals).containsOnly(UploadProgress.UNKNOWN);
    }

    private static WireForm form(Bytes bytes, Length length) {
        return new WireForm(bytes, Dates.DOT_NET, Dictionary.OBJECT, Dictionary.PAIRS, Map.of(), length);
    }

    @Test
    void canBeSentAgain() throws IOException {
        SessionRequest request = request(() -> new ByteArrayInputStream(EVERY_BYTE));

        assertThat(request.open().readAllBytes()).isEqualTo(request.open().readAllBytes());
    }

    @Test
    void documentsAreOpenedOneAfterTheOtherAndClosed() throws IOException {
        AtomicInteger open = new AtomicInteger();
        DocumentContent content = () -> {
            assertThat(open.incrementAndGet()).isEqualTo(1);
            return new ByteArrayInputStream(EVERY_BYTE) {
                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        };
        SessionRequest request = request(content, content);
        request.open().readAllBytes();
        assertThat(open).hasValue(0);

        InputStream body = request.open();
        body.readNBytes(300); // into the first document
        assertThat(open).hasValue(1);
        request.close();
        assertThat(open).hasValue(0);
        assertThatThrownBy(() -> body.read(new byte[8])).isInstanceOf(IOException.class);
    }

    @Test
    void aDocumentThatGrowsOrShrinksBreaksTheBodyOff() throws IOException {
        for (int change : new int[] { -1, 1, 20_000 }) {
            AtomicInteger size = new AtomicInteger(50_000);
            SessionRequest request = request(() -> new ByteArrayInputStream(new byte[size.get()]));
            request.prepare();
            size.addAndGet(change);

            assertThatThrownBy(() -> request.open().readAllBytes()).isInstanceOf(DocumentUnreadableException.class)
                    .hasMessageContaining("documents[0]").hasMessageContaining("changed");
        }
    }

    @Test
    void aDocumentThatBecomesUnreadableIsNamed() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        SessionRequest request = request(() -> new ByteArrayInputStream(EVERY_BYTE), () -> {
            if (opened.incrementAndGet() > 1) {
                throw new IOException("gone");
            }
            return new ByteArrayInputStream(EVERY_BYTE);
        });
        request.prepare();

        assertThatThrownBy(() -> request.open().readAllBytes()).isInstanceOf(DocumentUnreadableException.class)
                .hasMessageContaining("documents[1]");
    }

    @Test
    void progressEndsAtTheTotal() throws IOException {
        List<long[]> told = new ArrayList<>();
        SessionRequest request = request((sent, total) -> told.add(new long[] { sent, total }),
                () -> new ByteArrayInputStream(new byte[100_000]));

        request.open().readAllBytes();

        assertThat(told).allSatisfy(step -> assertThat(step[1]).isEqualTo(request.prepare().getAsLong()));
        assertThat(told.stream().mapToLong(step -> step[0])).isSorted().last().isEqualTo(request.prepare().getAsLong());
    }

    private static SessionRequest request(DocumentContent... contents) {
        return request(UploadProgress.NONE, contents);
    }

    private static SessionRequest request(UploadProgress progress, DocumentContent... contents) {
        return request(WireForm.DOCUMENTED, progress, contents);
    }

    private static SessionRequest request(WireForm form, UploadProgress progress, DocumentContent... contents) {
        List<WireDocument> documents = Arrays.stream(contents)
                .map(content -> new WireDocument("größe.docx", content, null, null, null, true, null)).toList();
        return new SessionRequest("owner@example.com", new WireSession(null, null, documents, null), form, progress);
    }

    private static byte[] numbers(byte[] body, int document) throws IOException {
        JsonNode array = new ObjectMapper().readTree(body).at("/session/Documents/" + document + "/FileBytes");
        byte[] bytes = new byte[array.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) array.get(i).intValue();
        }
        return bytes;
    }
}
