package dev.esign.service;

import static dev.esign.service.Awaiting.await;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.esign.sandbox.EsignSandbox;

/** What one caller may ask of the packaged service in production mode. */
class LimitsIT {

    private static final Issuer ISSUER = new Issuer();

    private static EsignSandbox esign;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        esign = EsignSandbox.start();
        Map<String, String> settings = new HashMap<>(ISSUER.environment());
        settings.putAll(Map.of("ESIGN_SERVICE_LIMITS_REQUESTS_PER_MINUTE", "1", "ESIGN_SERVICE_LIMITS_BURST", "3",
                "ESIGN_SERVICE_LIMITS_UPLOADS", "1"));
        service = ServiceProcess.start(esign, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        esign.close();
    }

    @Test
    void callerIsLimitedAfterItsBurst() throws Exception {
        List<HttpResponse<String>> responses = burst();

        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> allowed = responses.get(2 - left);
            assertThat(allowed.statusCode()).isEqualTo(200);
            assertThat(allowed.headers().firstValue("RateLimit-Policy")).contains("\"requests\";q=3;w=180");
            assertThat(allowed.headers().firstValue("RateLimit").orElseThrow())
                    .startsWith("\"requests\";r=" + left + ";t=");
        }
        HttpResponse<String> limited = responses.get(3);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.body()).contains("urn:esign:problem:too-many-requests");
        assertThat(Integer.parseInt(limited.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);

        assertThat(read("another").statusCode()).isEqualTo(200);
        assertThat(meters()).contains("esign_service_limited_total{limit=\"requests\"}", "esign_service_limits_callers ");
    }

    /** Four requests of one caller, so soon after each other that it couldn't gain a further one meanwhile. */
    private static List<HttpResponse<String>> burst() throws Exception {
        for (int caller = 0;; caller++) {
            long begun = System.nanoTime();
            List<HttpResponse<String>> responses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                responses.add(read("busy-" + caller));
            }
            if (System.nanoTime() - begun < TimeUnit.MINUTES.toNanos(1)) {
                return responses;
            }
        }
    }

    @Test
    void probesAreNotLimited() throws Exception {
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> probe = service.send("GET", "/q/health/live", null);
            assertThat(probe.statusCode()).isEqualTo(200);
            assertThat(probe.headers().firstValue("RateLimit")).isEmpty();
        }
    }

    @Test
    void callerHasOneUploadAtATime() throws Exception {
        try (Socket one = beginUpload(service, "uploader"); Socket another = beginUpload(service, "uploader")) {
            // Either may be the first that the service gets to see.
            Socket rejected = firstAnswered(one, another);
            assertThat(answer(rejected)).startsWith("HTTP/1.1 429 ").contains("urn:esign:problem:too-many-uploads")
                    .containsIgnoringCase("Retry-After: 5").containsIgnoringCase("Connection: close");
            Socket accepted = rejected == one ? another : one;
            endUpload(accepted);
            assertThat(answer(accepted)).startsWith("HTTP/1.1 400 ");
        }
        assertThat(meters()).contains("esign_service_limited_total{limit=\"uploads\"} 1.0");
        await("the next upload is accepted", () -> {
            try (Socket next = beginUpload(service, "uploader")) {
                endUpload(next);
                return answer(next).startsWith("HTTP/1.1 400 ");
            }
        });
    }

    @Test
    void idleUploadIsClosed() throws Exception {
        Map<String, String> settings = new HashMap<>(ISSUER.environment());
        settings.put("ESIGN_SERVICE_LIMITS_UPLOAD_IDLE", "100MS");
        try (ServiceProcess impatient = ServiceProcess.start(esign, settings);
                Socket upload = beginUpload(impatient, "uploader")) {
            assertThat(answer(upload)).isEmpty();
            assertThat(meters(impatient)).contains("esign_service_limited_total{limit=\"upload-idle\"} 1.0");
        }
    }

    private static HttpResponse<String> read(String caller) throws Exception {
        String token = ISSUER.sign(Issuer.claims("esign-read").subject(caller));
        return service.send(service.request("/q/openapi").header("Authorization", "Bearer " + token), "GET", null);
    }

    private static Socket beginUpload(ServiceProcess service, String caller) throws Exception {
        String token = ISSUER.sign(Issuer.claims("esign-send").subject(caller));
        Socket socket = service.connect();
        socket.getOutputStream()
                .write(("POST /sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{")
                        .getBytes(US_ASCII));
        return socket;
    }

    private static void endUpload(Socket upload) throws IOException {
        upload.getOutputStream().write("\r\n0\r\n\r\n".getBytes(US_ASCII));
    }

    private static Socket firstAnswered(Socket one, Socket another) throws IOException {
        await("one is answered", () -> one.getInputStream().available() + another.getInputStream().available() > 0);
        return one.getInputStream().available() > 0 ? one : another;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    private static String meters() throws Exception {
        return meters(service);
    }

    private static String meters(ServiceProcess service) throws Exception {
        return service.send(HttpRequest.newBuilder(service.management().resolve("/q/metrics")), "GET", null).body();
    }
}
