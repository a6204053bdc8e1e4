package dev.esign.service.limit;

import static dev.esign.service.Awaiting.PATIENCE;
import static dev.esign.service.Awaiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.service.SpecialSettings;
import dev.esign.service.upload.UploadsConfig;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Bodies that are too large, or that end too soon, on a bare connection. */
@QuarkusTest
@TestProfile(SpecialSettings.class)
@WithEsignSandbox
class BodyLimitTest {

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=x";
    private static final String FILE = "--x\r\nContent-Disposition: form-data; name=\"session\"\r\n\r\n{\"title\": \"x\"}\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.pdf\"\r\n\r\n";

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Inject
    UploadsConfig uploads;

    /** The service gives the place of an upload back a moment after its client is gone. */
    @BeforeEach
    void awaitRoom() {
        await("there is room", () -> given().multiPart("stray", "x").post("/sessions").statusCode() == 422);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Content-Type: " + JSON + "\r\nContent-Length: 8388609", "Content-Type: " + FORM
            + "\r\nContent-Length: 4194305" })
    void bodyIsRejectedByItsContentLengthBeforeItIsSent(String headers) throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n" + headers + "\r\n\r\n");

            assertTooLarge(readAll(socket));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { JSON, FORM })
    void clientThatSendsTooLargeBodyReceivesResponse(String type) throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                    + "\r\nContent-Length: 20000000\r\n\r\n");
            byte[] megabyte = new byte[1_000_000];
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream().write(megabyte);
            }

            assertTooLarge(readAll(socket));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { JSON, FORM })
    void chunkedBodyIsRejectedBeyondTheLimit(String type) throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            sendChunk(socket, (type.equals(FORM) ? FILE : "{\"title\": \"").getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                sendChunk(socket, chunk);
            }
            send(socket, "0\r\n\r\n");

            assertTooLarge(readAll(socket));
        }
        await("the upload is gone", () -> waitingFiles().isEmpty());
    }

    @Test
    void chunkedBodyIsAcceptedUpToTheLimit() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + FORM
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            sendChunk(socket, FILE.getBytes(StandardCharsets.US_ASCII));
            sendChunk(socket, new byte[4_000_000]);
            sendChunk(socket, "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
            send(socket, "0\r\n\r\n");

            assertThat(readAll(socket)).startsWith("HTTP/1.1 201 ");
        }
        assertThat(sandbox.sessions().list()).hasSize(1);
    }

    @Test
    void closedConnectionLeavesNoFileAndNoSession() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM
                    + "\r\nContent-Length: 3000000\r\n\r\n" + FILE);
            socket.getOutputStream().write(new byte[1_000_000]);
            await("the upload has begun", () -> waitingFiles().size() == 1);
        }

        await("the upload is gone", () -> waitingFiles().isEmpty());
        assertThat(sandbox.sessions().list()).isEmpty();
        assertThat(sandbox.journal().requests("CreateSession")).isEmpty();
    }

    @Test
    void uploadIsRejectedBeyondConcurrencyLimit() throws Exception {
        try (Socket first = connect()) {
            send(first, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM
                    + "\r\nContent-Length: 3000000\r\n\r\n" + FILE);
            await("the upload has begun", () -> waitingFiles().size() == 1);
            try (Socket second = connect()) {
                send(second, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM
                        + "\r\nContent-Length: 3000000\r\n\r\n" + FILE);

                assertThat(readAll(second)).startsWith("HTTP/1.1 503 ").containsIgnoringCase("retry-after: 5")
                        .contains("urn:esign:problem:overloaded");
            }
        }
        await("the upload is gone", () -> waitingFiles().isEmpty());
    }

    @Test
    void uploadedFilesAreReadableByOwnerOnly() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM
                    + "\r\nContent-Length: 3000000\r\n\r\n" + FILE);
            await("the upload has begun", () -> waitingFiles().size() == 1);

            Path file = waitingFiles().get(0);
            assertThat(Files.getPosixFilePermissions(file)).extracting(Enum::name).containsExactlyInAnyOrder("OWNER_READ",
                    "OWNER_WRITE");
            assertThat(Files.getPosixFilePermissions(file.getParent())).allMatch(right -> right.name().startsWith("OWNER_"));
            assertThat(file.getFileName().toString()).doesNotContain("a.pdf");
        }
        await("the upload is gone", () -> waitingFiles().isEmpty());
    }

    @Test
    void bodyThatEndsWithinPartIsRejected() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + FORM
                    + "\r\nContent-Length: " + FILE.length() + "\r\n\r\n" + FILE);

            assertThat(readAll(socket)).startsWith("HTTP/1.1 400 ").contains("the body ends before its last boundary");
        }
        await("the upload is gone", () -> waitingFiles().isEmpty());
    }

    @Test
    void partHeaderIsRejectedWhenTooLong() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + FORM
                    + "\r\nContent-Length: 3000000\r\n\r\n--x\r\nX: ");
            socket.getOutputStream().write(new byte[1_000_000]);

            assertThat(readAll(socket)).startsWith("HTTP/1.1 400 ").contains("headers are longer than 16384 bytes");
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void sendChunk(Socket socket, byte[] data) throws IOException {
        OutputStream out = socket.getOutputStream();
        send(socket, Integer.toHexString(data.length) + "\r\n");
        out.write(data);
        send(socket, "\r\n");
    }

    private static String readAll(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertTooLarge(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("connection: close").contains("urn:esign:problem:request-too-large")
                .doesNotContain("100 Continue");
    }

    private List<Path> waitingFiles() throws IOException {
        try (Stream<Path> files = Files.walk(uploads.directory())) {
            return files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".lock")).toList();
        }
    }
}
