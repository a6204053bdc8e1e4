package dev.esign.service;

import static dev.esign.service.Awaiting.await;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.testing.EsignSandboxExtension;
import dev.esign.testing.InjectEsignSandbox;

/** The packaged service is told to end while it works. */
class ShutdownIT {

    @RegisterExtension
    final EsignSandboxExtension sandbox = new EsignSandboxExtension();

    @InjectEsignSandbox
    EsignSandbox esign;

    @TempDir
    Path directory;

    @Test
    void serviceIsNotReadyButServesDuringShutdownDelay() throws Exception {
        Map<String, String> settings = new HashMap<>(ServiceEnvironment.of(esign, directory));
        settings.put("QUARKUS_SHUTDOWN_DELAY", "1H");
        try (ServiceProcess service = ServiceProcess.start(settings)) {
            assertThat(service.send("GET", "/q/health/ready", null).statusCode()).isEqualTo(200);

            service.terminate();

            await("the service is not ready", () -> service.send("GET", "/q/health/ready", null).statusCode() == 503);
            assertThat(service.send("GET", "/q/openapi", null).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void serviceFinishesUploadAndRejectsRequestsAfterShutdownDelay() throws Exception {
        byte[] document = Files.readAllBytes(Path.of("../../docs/samples/purchase-agreement.pdf"));
        String begin = """
                --x
                Content-Disposition: form-data; name="session"

                {"title": "Sent while the service was ending",
                 "signers": [{"role": "Seller 1", "lastName": "Lovelace", "email": "ada@example.com"}]}
                --x
                Content-Disposition: form-data; name="document"; filename="agreement.pdf"

                """.replace("\n", "\r\n");
        String end = "\r\n--x--\r\n";
        int half = document.length / 2;
        Map<String, String> settings = new HashMap<>(ServiceEnvironment.of(esign, directory));
        settings.put("QUARKUS_SHUTDOWN_DELAY", "100MS");
        try (ServiceProcess service = ServiceProcess.start(settings); Socket upload = service.connect()) {
            OutputStream sent = upload.getOutputStream();
            sent.write(("POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                    + "Content-Length: " + (begin.length() + document.length + end.length()) + "\r\n\r\n" + begin)
                    .getBytes(US_ASCII));
            sent.write(document, 0, half);
            await("the upload has begun", () -> !ServiceEnvironment.uploads(directory).isEmpty());

            service.terminate();
            service.awaitOutput("Waiting for HTTP requests to complete");
            awaitRejection(service);
            sent.write(document, half, document.length - half);
            sent.write(end.getBytes(US_ASCII));

            assertThat(new String(upload.getInputStream().readAllBytes(), US_ASCII)).startsWith("HTTP/1.1 201 ");
            assertThat(service.awaitEnd()).contains("All HTTP requests complete").doesNotContain("ERROR", "Timed out");
            assertThat(esign.sessions().list()).singleElement()
                    .satisfies(session -> assertThat(session.title()).isEqualTo("Sent while the service was ending"));
            assertThatThrownBy(service::connect).isInstanceOf(ConnectException.class);
        }
    }

    private static void awaitRejection(ServiceProcess service) throws Exception {
        await("requests are rejected", () -> service.send("GET", "/q/openapi", null).statusCode() != 200);
        HttpResponse<String> answer = service.send("GET", "/q/openapi", null);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:esign:problem:shutting-down");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
}
