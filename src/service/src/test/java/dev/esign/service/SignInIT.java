package dev.esign.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.sandbox.EsignSandbox;

/** Sign-in addresses of the packaged service in production mode. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SignInIT {

    @Test
    void areKnownToWhoAskedForThemOnly() throws Exception {
        try (EsignSandbox esign = EsignSandbox.start();
                ServiceProcess service = ServiceProcess.start(Map.of("QUARKUS_ESIGN_URL", esign.url().toString(),
                        "QUARKUS_ESIGN_API_KEY", "key", "QUARKUS_ESIGN_SALT", "salt", "QUARKUS_ESIGN_USERNAME",
                        "owner@example.com", "QUARKUS_ESIGN_RETURN_URL", "https://www.example.com/", "ESIGN_SERVICE_CALLERS",
                        "proxy"), "-Dquarkus.log.level=DEBUG")) {
            HttpResponse<String> made = service.send("POST", "/sign-in-urls", "{\"sessionId\": \"1\"}");

            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
            assertThat(made.headers().allValues("Cache-Control")).containsExactly("no-store");
            URI url = URI.create(new ObjectMapper().readTree(made.body()).get("url").asText());
            String token = url.getRawQuery().replaceFirst("^.*token=([^&]+).*$", "$1");
            assertThat(token).hasSizeGreaterThan(8);
            assertThat(service.stop()).contains(" DEBUG ").doesNotContain(token, url.toString());
        }
    }
}
