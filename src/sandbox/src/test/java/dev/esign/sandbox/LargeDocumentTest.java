package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class LargeDocumentTest extends SandboxTest {

    private static final int LIMIT = 100 * 1024 * 1024;
    private static final String START = json(
            "{'userName':'o@example.com','session':{%s'SessionInfo':{'Title':'x'},'Documents':[");

    @Test
    void takesAsMuchAsASessionMayHold() {
        JsonNode created = create(client, START.formatted(""), document("a.pdf", base64(LIMIT - 6)),
                text(","), document("b.pdf", base64(6)), text("]}}"));

        assertThat(created.path("Message").asText()).as(created.toString()).isEqualTo("Success");
        assertThat(created.path("Sessions").path(0).path("Documents")).hasSize(2);
    }

    @Test
    void refusesTheDocumentThatPassesTheLimitByItsNameAlthoughTheNameComesLast() {
        JsonNode created = create(client, START.formatted(""), document("a.pdf", base64(LIMIT - 3)),
                text(","), document("b.pdf", base64(6)), text("]}}"));

        assertThat(Client.details(created)).containsExactly("Error: b.pdf did not upload.");
        assertThat(sessionCount()).isZero();
    }

    @Test
    void countsWhatTheSessionHoldsAlready() {
        JsonNode created = create(client, START.formatted(""), document("a.pdf", base64(LIMIT / 2 + 10)), text("]}}"));

        JsonNode updated = update(START.formatted(json("'Id':'" + Client.id(created) + "',")),
                document("b.pdf", base64(LIMIT / 2 + 10)), text("]}}"));

        assertThat(Client.details(updated)).containsExactly("Error: b.pdf did not upload.");
        assertThat(client.session(created).path("Documents")).hasSize(1);
    }

    @Test
    void aDocumentOf100MegabytesAsNumbersFitsIntoASmallHeap() throws Exception {
        Process process = new ProcessBuilder(ChildJvm.java(), "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "--port", "0", "--tag-processing", "0s").redirectErrorStream(true).start();
        try {
            Client child = new Client(URI.create(ChildJvm.announcedUrl(process)));
            JsonNode created = create(child, START.formatted(""), document("a.pdf", numbers(LIMIT)), text("]}}"));
            assertThat(created.path("Message").asText()).isEqualTo("Success");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static JsonNode create(Client client, String start, InputStream... parts) {
        return Client.json(client.post("/rest/v1/sessions", BodyPublishers.ofInputStream(() -> body(start, parts))).body());
    }

    private JsonNode update(String start, InputStream... parts) {
        return Client.json(client.post("/rest/v1/sessions/updatesession",
                BodyPublishers.ofInputStream(() -> body(start, parts))).body());
    }

    private static InputStream body(String start, InputStream... parts) {
        return new SequenceInputStream(text(start), new SequenceInputStream(Collections.enumeration(List.of(parts))));
    }

    /** With the name behind the bytes, as DataContractJsonSerializer orders them. */
    private static InputStream document(String name, InputStream bytes) {
        return body(json("{'FileBytes':"), bytes, text(json(",'FileName':'" + name + "'}")));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream base64(int size) {
        int tail = size % 3;
        String end = tail == 0 ? "" : tail == 1 ? "AA==" : "AAA=";
        return body("\"", new Repeated("AbC/", size / 3 * 4L), text(end + "\""));
    }

    private static InputStream numbers(int size) {
        return body("[", new Repeated("231,", (size - 1) * 4L), text("231]"));
    }

    /** A text of four letters over and over, without ever being whole in memory. */
    private static final class Repeated extends InputStream {

        private final byte[] block;
        private long left;

        Repeated(String text, long length) {
            this.block = text.repeat(16 * 1024).getBytes(StandardCharsets.UTF_8);
            this.left = length;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("one by one would take all day");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            // The length is a multiple of the text's, so what is left tells where in the text to go on.
            int phase = (int) (-left & 3);
            int count = (int) Math.min(left, Math.min(length, block.length - phase));
            System.arraycopy(block, phase, buffer, offset, count);
            left -= count;
            return count;
        }
    }
}
