package dev.esign.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.esign.sandbox.EsignSandbox;

/** The packaged service is told to end while it works. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ShutdownIT {

    private static final Path DOCUMENT = Path.of("../../docs/samples/purchase-agreement.pdf");

    @Test
    void finishesTheUploadThatIsUnderWayAndTakesNoOther() throws Exception {
        String body = """
                {"title": "Sent while the service was ending",
                 "documents": [{"fileName": "agreement.pdf", "content": "%s"}],
                 "signers": [{"role": "Seller 1", "lastName": "Lovelace", "email": "ada@example.com"}]}
                """.formatted(Base64.getEncoder().encodeToString(Files.readAllBytes(DOCUMENT)));
        int half = body.length() / 2;
        try (EsignSandbox esign = EsignSandbox.start();
                ServiceProcess service = ServiceProcess.start(esign,
                        Map.of("ESIGN_SERVICE_CALLERS", "proxy", "QUARKUS_SHUTDOWN_DELAY", "3S"));
                Socket upload = service.connect()) {
            OutputStream sent = upload.getOutputStream();
            sent.write(("POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body.substring(0, half)).getBytes(US_ASCII));
            assertThat(service.send("GET", "/q/health/ready", null).statusCode()).isEqualTo(200);

            service.terminate();
            awaitNotReady(service);
            assertThat(service.send("GET", "/q/openapi", null).statusCode()).as("until others know of it").isEqualTo(200);
            service.awaitOutput("Waiting for HTTP requests to complete");
            awaitRefusal(service);
            sent.write(body.substring(half).getBytes(US_ASCII));

            assertThat(new String(upload.getInputStream().readAllBytes(), US_ASCII)).startsWith("HTTP/1.1 201 ");
            assertThat(service.awaitEnd()).contains("All HTTP requests complete").doesNotContain("ERROR", "Timed out");
            assertThat(esign.sessions().list()).singleElement()
                    .satisfies(session -> assertThat(session.title()).isEqualTo("Sent while the service was ending"));
            assertThatThrownBy(service::connect).isInstanceOf(ConnectException.class);
        }
    }

    private static void awaitNotReady(ServiceProcess service) throws Exception {
        while (service.send("GET", "/q/health/ready", null).statusCode() != 503) {
            Thread.sleep(20);
        }
    }

    private static void awaitRefusal(ServiceProcess service) throws Exception {
        HttpResponse<String> answer = service.send("GET", "/q/openapi", null);
        while (answer.statusCode() == 200) {
            Thread.sleep(20);
            answer = service.send("GET", "/q/openapi", null);
        }
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:esign:problem:shutting-down");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
}
