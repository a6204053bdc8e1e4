package dev.esign.deployment;

import static dev.esign.deployment.WebhookCaller.PATH;
import static dev.esign.deployment.WebhookCaller.SECRET;
import static dev.esign.deployment.WebhookCaller.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.RecordingServer.Request;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** With Micrometer in the application, calls are measured, and no meter, of ours or of Quarkus, names a secret. */
class MetricsTest {

    private static final String OFFICE_SECRET = "webhook-secret-of-office";
    private static final RecordingServer SERVER = PlantedSecrets.SERVER;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, PlantedSecrets.class,
                    WebhookCaller.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-micrometer-registry-prometheus-deployment",
                    Version.getVersion())))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.token.source", "user-password")
            .overrideConfigKey("quarkus.esign.token.password", "PLANTED-password")
            .overrideConfigKey("quarkus.esign.salt", PlantedSecrets.SALT)
            .overrideConfigKey("quarkus.esign.username", PlantedSecrets.OWNER)
            .overrideConfigKey("quarkus.esign.office.url", PlantedSecrets.OFFICE_SERVER.url())
            .overrideConfigKey("quarkus.esign.office.api-key", PlantedSecrets.OFFICE_API_KEY)
            .overrideConfigKey("quarkus.esign.office.salt", PlantedSecrets.OFFICE_SALT)
            .overrideConfigKey("quarkus.esign.office.username", PlantedSecrets.OFFICE_OWNER)
            .overrideConfigKey("quarkus.esign.office.webhook.secrets", OFFICE_SECRET)
            .overrideConfigKey("quarkus.esign.return-url", "https://www.example.com/")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "0.1S")
            .overrideConfigKey("quarkus.esign.start.delay", "0S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.3S")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET);

    @Inject
    PlantedSecrets secrets;

    @Test
    void measureCallsStartsAndWebhooks() {
        secrets.use();
        WebhookCaller caller = new WebhookCaller();
        for (String path : List.of(PATH, "/esign/webhook/" + OFFICE_SECRET)) {
            caller.post(path, status("SignerStatus", 3, RecordingServer.SESSION_ID));
            caller.post(path, status("SignerStatus", 3, RecordingServer.SESSION_ID));
            caller.post(path, status("Anything", 3, RecordingServer.SESSION_ID));
            caller.post(path + "/more", "");
        }
        caller.get("/esign/webhook/" + SECRET.substring(1));

        List<String> meters = caller.get("/q/metrics").body().lines().filter(line -> !line.startsWith("#")).toList();

        assertThat(meters.stream().filter(meter -> PlantedSecrets.show(meter) || meter.contains(SECRET.substring(1))
                || meter.contains(OFFICE_SECRET))).isEmpty();
        assertThat(meters)
                .contains("esign_webhook_messages_total{account=\"unknown\",outcome=\"unknown-secret\",type=\"unknown\"} 3.0");
        measured(meters, "<default>", SERVER);
        measured(meters, PlantedSecrets.OFFICE, PlantedSecrets.OFFICE_SERVER);
        // Quarkus measures the same from its side, by templates.
        assertThat(meters).anyMatch(meter -> meter.startsWith("http_client_requests_seconds_count")
                && meter.contains("uri=\"/rest/v1/encrypt/{plainText}/{salt}\""))
                .anyMatch(meter -> meter.startsWith("http_server_requests_seconds_count")
                        && meter.contains("uri=\"/esign/webhook/{secret}\""));
    }

    private static void measured(List<String> meters, String name, RecordingServer server) {
        String account = "{account=\"" + name + "\"";
        assertThat(meters).contains(
                "esign_calls_seconds_count" + account + ",operation=\"CreateSession\",outcome=\"success\"} 1.0",
                "esign_calls_seconds_count" + account + ",operation=\"CreateSession\",outcome=\"validation\"} 1.0",
                "esign_calls_seconds_count" + account + ",operation=\"StartSession\",outcome=\"not-ready\"} 1.0",
                "esign_starts_seconds_count" + account + ",outcome=\"success\"} 1.0",
                "esign_start_tries_sum" + account + "} 2.0",
                "esign_webhook_messages_total" + account + ",outcome=\"told\",type=\"SignerStatus\"} 1.0",
                "esign_webhook_messages_total" + account + ",outcome=\"duplicate\",type=\"SignerStatus\"} 1.0",
                "esign_webhook_messages_total" + account + ",outcome=\"told\",type=\"unknown\"} 1.0");
        assertThat(value(meters, "esign_start_waiting_seconds_sum" + account + "}")).isBetween(0.3, 5.0);
        assertThat(value(meters, "esign_token_fetches_total" + account + ",outcome=\"authentication\"}")).isPositive();
        assertThat(value(meters, "esign_sent_bytes_total" + account + ",operation=\"CreateSession\"}"))
                .isEqualTo(server.requests("create").stream().mapToInt(request -> request.body().length()).sum());
    }

    private static double value(List<String> meters, String name) {
        return meters.stream().filter(meter -> meter.startsWith(name + " ")).findFirst()
                .map(meter -> Double.parseDouble(meter.substring(name.length() + 1)))
                .orElseThrow(() -> new AssertionError(name + " isn't in " + String.join("\n", meters)));
    }
}
