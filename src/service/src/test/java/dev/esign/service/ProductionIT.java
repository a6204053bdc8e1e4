package dev.esign.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.sandbox.EsignSandbox;

/** The packaged service in production mode, with and without its settings. */
class ProductionIT {

    private static final String API_KEY = "marker-of-the-api-key";
    private static final String SIGNER_PASSWORD = "marker-of-the-signers-password";
    private static final String SESSION_PASSWORD = "marker-of-the-sessions-password";
    private static final String DOCUMENT = "marker of the document";
    private static final String EMAIL = "marker@example.com";

    @Test
    void debugLogHasNoSecrets() throws Exception {
        String content = Base64.getEncoder().encodeToString(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        try (EsignSandbox esign = EsignSandbox.builder().apiKeys(API_KEY).start();
                ServiceProcess service = ServiceProcess.start(environment(esign.url().toString()),
                        "-Dquarkus.log.level=DEBUG")) {
            HttpResponse<String> created = service.send("POST", "/sessions", """
                    {"title": "Agreement", "password": "%s",
                     "documents": [{"fileName": "agreement.pdf", "content": "%s"}],
                     "signers": [{"role": "Seller 1", "lastName": "Lovelace", "email": "%s",
                       "authentication": {"method": "password", "password": "%s"}}]}
                    """.formatted(SESSION_PASSWORD, content, EMAIL, SIGNER_PASSWORD));
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            String address = "/sessions/" + json(created).get("id").asText();

            assertThat(service.send("PATCH", address, "{\"title\": \"Another title\"}").statusCode()).isEqualTo(204);
            assertThat(service.send("POST", address + "/start", null).statusCode()).isEqualTo(200);
            JsonNode session = json(service.send("GET", address, null));
            assertThat(session.get("status").asText()).isEqualTo("InSent");
            assertThat(session.get("title").asText()).isEqualTo("Another title");
            assertThat(service.send("POST", "/sessions", "{\"password\": {\"" + SESSION_PASSWORD + "\": 1}}").statusCode())
                    .isEqualTo(400);
            assertThat(service.send("POST", "/sessions", "{\"title\": \"x\", \"documents\": [{\"content\": \"" + DOCUMENT
                    + "\"}]}").statusCode()).isEqualTo(400);

            HttpResponse<String> signIn = service.send("POST", "/sign-in-urls", "{\"sessionId\": \"1\"}");
            assertThat(signIn.statusCode()).as(signIn.body()).isEqualTo(200);
            assertThat(signIn.headers().allValues("Cache-Control")).containsExactly("no-store");
            URI url = URI.create(json(signIn).get("url").asText());
            String token = url.getRawQuery().replaceFirst("^.*token=([^&]+).*$", "$1");
            assertThat(token).hasSizeGreaterThan(8);

            assertThat(service.stop()).contains("esign-service", "Installed features", " DEBUG ").doesNotContain(API_KEY,
                    SIGNER_PASSWORD, SESSION_PASSWORD, EMAIL, DOCUMENT, content, token, url.toString());
        }
    }

    @Test
    void rejectedAccountIsReportedAsBadGateway() throws Exception {
        try (EsignSandbox esign = EsignSandbox.builder().apiKeys("another key").start();
                ServiceProcess service = ServiceProcess.start(environment(esign.url().toString()))) {
            HttpResponse<String> refused = service.send("POST", "/sessions", "{\"title\": \"x\"}");

            assertThat(refused.statusCode()).isEqualTo(502);
            assertThat(json(refused).get("type").asText()).isEqualTo("urn:esign:problem:account-refused");
            assertThat(service.stop()).contains(json(refused).get("instance").asText()).doesNotContain(API_KEY);
        }
    }

    @Test
    void serviceIsReadyAndReportsUnavailableWhileESignIsUnreachable() throws Exception {
        EsignSandbox gone = EsignSandbox.start();
        gone.close();
        try (ServiceProcess service = ServiceProcess.start(environment(gone.url().toString()))) {
            assertThat(service.send("GET", "/q/health/ready", null).statusCode()).isEqualTo(200);

            HttpResponse<String> failed = service.send("GET", "/sessions/1", null);

            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat(failed.headers().firstValue("Retry-After")).contains("5");
            assertThat(json(failed).get("type").asText()).isEqualTo("urn:esign:problem:unavailable");
            assertThat(service.stop()).contains(json(failed).get("instance").asText()).doesNotContain(API_KEY);
        }
    }

    @Test
    void startFailsWithoutAccountAndListsMissingProperties() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(Map.of())) {
            assertThat(service.awaitEnd()).containsOnlyOnce("eSign can't be called, settings are missing or wrong:")
                    .containsOnlyOnce("quarkus.esign.url (QUARKUS_ESIGN_URL)")
                    .containsOnlyOnce("quarkus.esign.api-key (QUARKUS_ESIGN_API_KEY)")
                    .containsOnlyOnce("quarkus.esign.salt (QUARKUS_ESIGN_SALT)")
                    .containsOnlyOnce("quarkus.esign.username (QUARKUS_ESIGN_USERNAME)")
                    .doesNotContain("Listening on");
            assertThat(service.exitCode()).isNotZero();
        }
    }

    @Test
    void packageContainsNoDevelopmentDependencies() throws Exception {
        try (Stream<Path> files = Files.walk(ServiceProcess.jars())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .anyMatch(name -> name.contains("quarkus-esign"))
                    .noneMatch(name -> name.contains("sandbox") || name.contains("deployment") || name.contains("dev-ui")
                            || name.contains("devui"));
        }
    }

    private static Map<String, String> environment(String url) {
        return Map.of("QUARKUS_ESIGN_URL", url, "QUARKUS_ESIGN_API_KEY", API_KEY, "QUARKUS_ESIGN_SALT", "salt",
                "QUARKUS_ESIGN_USERNAME", "owner@example.com", "QUARKUS_ESIGN_RETURN_URL", "https://www.example.com/",
                "ESIGN_SERVICE_CALLERS", "proxy");
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
