package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRulesTest extends SandboxTest {

    private static final String BODY = body("'Title':'x'", DOCUMENT, "");

    @ParameterizedTest
    @ValueSource(strings = { "/rest/v1", "/rest/v2/sessions", "/rest/v1/encrypt/text", "/rest/v1/sessions/a/b", "/x",
            "/rest/v1/Sessions/a/start/more" })
    void anUnknownPathIsNotFound(String path) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isNotBlank().hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({ "PATCH,/rest/v1/sessions/a,'DELETE, GET'", "GET,/rest/v1/sessions,POST",
            "GET,/rest/v1/sessions/updatesession,POST",
            "POST,/rest/v1/sessions/a/start,PUT", "POST,/rest/v1/landingurl,GET", "PUT,/rest/v1/gettoken/a,GET",
            "POST,/,GET", "HEAD,/,GET", "OPTIONS,/signin,GET" })
    void aKnownPathNamesItsVerb(String verb, String path, String allowed) {
        String token = client.token();
        HttpResponse<String> answer = client.send(client.request(path).header("Authorization", token)
                .method(verb, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(client.send(client.request("/rest/v1/landingurl").header("Authorization", token)).body())
                .as("the token of a request that reached no call").contains("Success");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/rest//v1/sessions/updatesession", "//rest/v1/sessions/updatesession",
            "/rest/v1//sessions//updatesession/" })
    void doubledSlashesCountAsOne(String path) {
        HttpResponse<String> answer = client.send(client.request(path).header("Authorization", client.token())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Username not found");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PUT /rest/v1/sessions/x/start?returnUrl=https://example.com", "POST /rest/v1/sessions",
            "POST /nowhere" })
    void aPostOrPutNeedsALength(String line) throws IOException {
        String answer = raw(
                line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + client.token() + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 411 Length Required").contains("Content-Length");
    }

    @Test
    void aPutWithoutBodyNeedsNoMoreThanALengthOfZero() throws IOException {
        String answer = raw("PUT /rest/v1/sessions/" + Client.id(createReady())
                + "/start?returnUrl=https://example.com HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n"
                + "Authorization: " + client.token() + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"True\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded",
            "application/json; charset=utf-16" })
    void aBodyMustBeJson(String contentType) {
        HttpResponse<String> answer = client.send(client.request("/rest/v1/sessions").header("Authorization", client.token())
                .header("Content-Type", contentType).POST(BodyPublishers.ofString(BODY)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<title>Request Error</title>");
        assertThat(sessionCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json", "APPLICATION/JSON;charset=UTF-8", "text/json",
            "application/json; charset=\"utf-8\"; v=1" })
    void theContentTypeMayHaveParameters(String contentType) {
        HttpResponse<String> answer = client.send(client.request("/rest/v1/sessions").header("Authorization", client.token())
                .header("Content-Type", contentType).POST(BodyPublishers.ofString(BODY)));

        assertThat(answer.body()).contains("Success");
    }

    @Test
    void aBodyMustHaveAContentType() {
        HttpResponse<String> answer = client.send(client.request("/rest/v1/sessions").header("Authorization", client.token())
                .POST(BodyPublishers.ofString(BODY)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void takesBodiesInChunks() throws IOException {
        String answer = raw(post("Transfer-Encoding: chunked") + "5\r\n" + BODY.substring(0, 5) + "\r\n"
                + Integer.toHexString(BODY.length() - 5) + "\r\n" + BODY.substring(5) + "\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("Success");
    }

    @Test
    void saysContinueWhenAsked() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            write(socket, post("Content-Length: " + BODY.length() + "\r\nExpect: 100-continue"));
            assertThat(in.readLine()).startsWith("HTTP/1.1 100");
            skipAnswer(in);
            write(socket, BODY);
            assertThat(in.readLine()).startsWith("HTTP/1.1 200");
            assertThat(in.lines().collect(Collectors.joining())).contains("Success");
        }
    }

    @ParameterizedTest
    @CsvSource({ "40,1000", "0,1000" })
    void aTruncatedBodyLeavesNothing(int missing, int length) throws IOException {
        // The second one is a whole JSON object, yet not all that was announced.
        assertThat(rawHalfClosed(post("Content-Length: " + length) + BODY.substring(0, BODY.length() - missing)))
                .startsWith("HTTP/1.1 400");
        assertThat(sessionCount()).isZero();
    }

    @Test
    void aTruncatedChunkLeavesNothing() throws IOException {
        String size = Integer.toHexString(BODY.length()) + "\r\n";

        assertThat(rawHalfClosed(post("Transfer-Encoding: chunked") + size + BODY)).startsWith("HTTP/1.1 400");
        assertThat(rawHalfClosed(post("Transfer-Encoding: chunked") + size + BODY.substring(0, 20)))
                .startsWith("HTTP/1.1 400");
        assertThat(sessionCount()).isZero();
    }

    @Test
    void aConnectionServesManyRequests() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < 3; i++) {
                // A refused body is read to its end, or its rest would be taken for the next request.
                write(socket, "POST /rest/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: "
                        + 200_000 + "\r\n\r\n" + "x".repeat(200_000));
                assertThat(in.readLine()).startsWith("HTTP/1.1 400");
                skipAnswer(in);
            }
            write(socket, "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(in.readLine()).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void refusesABodyBeyondAllMeasure() throws IOException {
        assertThat(rawHalfClosed(post("Content-Length: 2000000000"))).startsWith("HTTP/1.1 413");
    }

    @Test
    void showsNothingOfWhatItCouldNotRead() {
        HttpResponse<String> answer = client.post("/rest/v1/sessions", BodyPublishers.ofString("{\"Password\":\"s3cret\" ]"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("s3cret");
    }

    private String post(String header) {
        return "POST /rest/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: " + client.token() + "\r\n" + header + "\r\n\r\n";
    }

    private static void skipAnswer(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String rawHalfClosed(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            write(socket, request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
