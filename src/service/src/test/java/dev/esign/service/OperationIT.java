package dev.esign.service;

import static dev.esign.service.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpServer;

import dev.esign.sandbox.EsignSandbox;

/** What whoever runs the packaged service sees of it. */
class OperationIT {

    private static final String SECRET = "marker-of-a-secret-in-a-path";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static EsignSandbox esign;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        esign = EsignSandbox.start();
        service = ServiceProcess.start(esign, Map.of("ESIGN_SERVICE_CALLERS", "proxy",
                "ESIGN_SERVICE_HEADERS_STRICT_TRANSPORT_SECURITY", "max-age=31536000"));
    }

    @AfterAll
    static void stop() {
        service.close();
        esign.close();
    }

    @Test
    void responsesHaveSecurityHeaders() throws Exception {
        for (String path : new String[] { "/", "/sessions/1", "/unknown", "/q/health" }) {
            HttpResponse<String> answer = service.send("GET", path, null);
            assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'",
                    "frame-ancestors 'none'").doesNotContain("unsafe");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(answer.headers().firstValue("Cache-Control")).isPresent();
        }
        HttpResponse<String> elsewhere = service.send(service.request("/sessions/1")
                .header("Origin", "https://elsewhere.example.com"), "GET", null);
        assertThat(elsewhere.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void accessLogHasNoSecretAndNoName() throws Exception {
        Issuer issuer = new Issuer();
        String token = issuer.token("esign-read");
        Map<String, String> settings = new HashMap<>(issuer.environment());
        settings.put("ESIGN_SERVICE_ACCESS_LOG_ENABLED", "true");
        try (ServiceProcess service = ServiceProcess.start(esign, settings)) {
            service.send(service.request("/q/openapi?key=" + SECRET).header("Authorization", "Bearer " + token)
                    .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"), "GET", null);
            service.send("POST", "/webhooks/esign/" + SECRET, "{}");
            service.send("GET", "/sessions/1", null);

            String log = service.stop();
            assertThat(log).containsPattern("GET /q/openapi status=200 time=\\d+ms received=0B sent=\\d+B trace=" + TRACE)
                    .contains("POST /webhooks/esign/*** status=", "GET /sessions/1 status=401")
                    .doesNotContain(SECRET, token, "caller-of-the-test", "127.0.0.1");
        }
    }

    @Test
    void openApiDocumentEqualsPublishedOne() throws Exception {
        String kept = Files.readString(Path.of("../../docs/reference/esign-service-openapi.yaml"));
        HttpResponse<String> yaml = service.send("GET", "/q/openapi", null);
        assertThat(yaml.statusCode()).as(yaml.body()).isEqualTo(200);
        assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml;charset=UTF-8");
        assertThat(yaml.body()).isEqualTo(kept);

        for (HttpRequest.Builder asked : List.of(service.request("/q/openapi?format=json"),
                service.request("/q/openapi").header("Accept", "application/json"))) {
            HttpResponse<String> json = service.send(asked, "GET", null);
            assertThat(json.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
            assertThat(new JsonMapper().readTree(json.body())).isEqualTo(new YAMLMapper().readTree(kept));
        }
    }

    @Test
    void metricsNameRequestsByPathTemplate() throws Exception {
        service.send("GET", "/sessions/" + SECRET, null);
        service.send("GET", "/" + SECRET, null);
        service.send("POST", "/webhooks/esign/" + SECRET, "{}");

        String meters = service.send(HttpRequest.newBuilder(service.management().resolve("/q/metrics")), "GET", null)
                .body();
        assertThat(meters).containsPattern("http_server_requests_seconds_count\\{[^}]*uri=\"/sessions/\\{id[^\"]*\"")
                .contains("esign_calls_seconds_count{", "esign_token_fetches_total{").doesNotContain(SECRET);
    }

    @Test
    void serviceIsNotReadyWithoutESignWhenConfiguredSo() throws Exception {
        EsignSandbox gone = EsignSandbox.start();
        gone.close();
        try (ServiceProcess careful = ServiceProcess.start(gone,
                Map.of("ESIGN_SERVICE_CALLERS", "proxy", "ESIGN_SERVICE_READY_WITH_ESIGN", "true"))) {
            assertThat(careful.send("GET", "/q/health/ready", null).statusCode()).isEqualTo(503);
            assertThat(careful.send("GET", "/q/health/live", null).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void spansAndAccessLogHaveTraceAndCallerWhenEnabled() throws Exception {
        StringBuffer spans = new StringBuffer();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            spans.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        Map<String, String> settings = Map.of("ESIGN_SERVICE_CALLERS", "proxy", "ESIGN_SERVICE_CALLERS_PROXY_NAME_HEADER",
                "X-User", "ESIGN_SERVICE_ACCESS_LOG_ENABLED", "true", "ESIGN_SERVICE_ACCESS_LOG_CALLERS", "true",
                "QUARKUS_OTEL_SDK_DISABLED", "false", "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100MS",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:" + collector.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        try (ServiceProcess service = ServiceProcess.start(esign, settings)) {
            service.send(service.request("/sessions/1?key=" + SECRET).header("X-User", "ada status=500"), "GET", null);

            await("the span of the request", () -> spans.indexOf("/sessions/{id") >= 0);
            JsonNode line = lineWith(service.stop(), "GET /sessions/1 ");
            assertThat(line.get("message").asText()).containsPattern("trace=[0-9a-f]{32}")
                    .contains("caller=ada_status=500 address=127.0.0.1");
            assertThat(line.get("level").asText()).isEqualTo("INFO");
            assertThat(spans).contains("esign-service").doesNotContain(SECRET, "eSign doesn't show");
        } finally {
            collector.stop(0);
        }
    }

    private static JsonNode lineWith(String log, String text) throws Exception {
        String line = log.lines().filter(each -> each.contains(text)).findFirst().orElseThrow();
        return new ObjectMapper().readTree(line);
    }

    private static String header(HttpResponse<String> answer, String name) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        return answer.headers().firstValue(name).orElseThrow();
    }
}
