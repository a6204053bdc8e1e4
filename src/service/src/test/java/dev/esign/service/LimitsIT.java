package dev.esign.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.esign.sandbox.EsignSandbox;

/** What one caller may ask of the packaged service in production mode. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LimitsIT {

    private static final Issuer ISSUER = new Issuer();

    private static EsignSandbox esign;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        esign = EsignSandbox.start();
        Map<String, String> settings = new HashMap<>(ISSUER.environment());
        settings.putAll(Map.of("ESIGN_SERVICE_LIMITS_REQUESTS_PER_MINUTE", "6", "ESIGN_SERVICE_LIMITS_BURST", "3",
                "ESIGN_SERVICE_LIMITS_UPLOADS", "1", "ESIGN_SERVICE_LIMITS_UPLOAD_IDLE", "2S"));
        service = ServiceProcess.start(esign, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        esign.close();
    }

    @Test
    void aCallerWhoAsksTooOftenWaits() throws Exception {
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> read = read("busy");
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.headers().firstValue("RateLimit-Policy")).contains("\"requests\";q=3;w=30");
            assertThat(read.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"requests\";r=" + left + ";t=");
        }

        HttpResponse<String> refused = read("busy");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("urn:esign:problem:too-many-requests");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 10);

        assertThat(read("another").statusCode()).isEqualTo(200);
        assertThat(meters()).contains("esign_service_limited_total{limit=\"requests\"}", "esign_service_limits_callers ");
    }

    @Test
    void probesAreNeverRefused() throws Exception {
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> probe = service.send("GET", "/q/health/live", null);
            assertThat(probe.statusCode()).isEqualTo(200);
            assertThat(probe.headers().firstValue("RateLimit")).isEmpty();
        }
    }

    @Test
    void aCallerHasOneUploadAtATimeAndLosesOneThatStandsStill() throws Exception {
        long begun = System.nanoTime();
        try (Socket one = beginUpload("uploader"); Socket another = beginUpload("uploader")) {
            // Either may be the first that the service gets to see.
            assertThat(List.of(answer(one), answer(another)))
                    .satisfiesOnlyOnce(refused -> assertThat(refused).startsWith("HTTP/1.1 429 ")
                            .contains("urn:esign:problem:too-many-uploads").containsIgnoringCase("Retry-After: 5")
                            .containsIgnoringCase("Connection: close"))
                    .noneMatch(answer -> answer.contains(" 201 "));
        }
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(20));
        try (Socket next = beginUpload("uploader")) {
            next.getOutputStream().write("\r\n0\r\n\r\n".getBytes(US_ASCII));
            assertThat(answer(next)).startsWith("HTTP/1.1 400 ");
        }
        assertThat(meters()).contains("esign_service_limited_total{limit=\"uploads\"} 1.0",
                "esign_service_limited_total{limit=\"upload-idle\"} 1.0");
    }

    private static HttpResponse<String> read(String caller) throws Exception {
        String token = ISSUER.sign(Issuer.claims("esign-read").subject(caller));
        return service.send(service.request("/q/openapi").header("Authorization", "Bearer " + token), "GET", null);
    }

    private static Socket beginUpload(String caller) throws Exception {
        String token = ISSUER.sign(Issuer.claims("esign-send").subject(caller));
        Socket socket = service.connect();
        socket.getOutputStream()
                .write(("POST /sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{")
                        .getBytes(US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    private static String meters() throws Exception {
        return service.send(HttpRequest.newBuilder(service.management().resolve("/q/metrics")), "GET", null).body();
    }
}
