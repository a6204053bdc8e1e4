package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.RecordingServer.Request;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** With SmallRye Health and by setting, the application is ready while each account can have a token. */
class HealthTest {

    private static final RecordingServer SERVER = PlantedSecrets.SERVER;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(RecordingServer.class, Request.class, PlantedSecrets.class,
                            WebhookCaller.class))
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-smallrye-health-deployment", Version.getVersion())))
            .overrideConfigKey("quarkus.esign.health.enabled", "true")
            .overrideConfigKey("quarkus.esign.health.cache", "0S")
            // Longer than by default.
            .overrideConfigKey("quarkus.esign.health.max-wait", "6S")
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.api-key", PlantedSecrets.API_KEY)
            .overrideConfigKey("quarkus.esign.salt", PlantedSecrets.SALT)
            .overrideConfigKey("quarkus.esign.username", PlantedSecrets.OWNER)
            .overrideConfigKey("quarkus.esign.office.url", PlantedSecrets.OFFICE_SERVER.url())
            .overrideConfigKey("quarkus.esign.office.encrypted-api-key", PlantedSecrets.OFFICE_API_KEY)
            .overrideConfigKey("quarkus.esign.office.salt", PlantedSecrets.OFFICE_SALT)
            .overrideConfigKey("quarkus.esign.office.username", PlantedSecrets.OFFICE_OWNER);

    private final WebhookCaller caller = new WebhookCaller();

    @BeforeEach
    void resetServers() {
        SERVER.reset();
        PlantedSecrets.OFFICE_SERVER.reset();
    }

    @Test
    void applicationIsReadyWhenEachAccountGetsAToken() {
        assertThat(ready()).satisfies(up -> {
            assertThat(up.statusCode()).isEqualTo(200);
            assertThat(up.body()).contains("\"eSign token\"", "\"UP\"", "\"<default>\": \"success\"",
                    "\"office\": \"success\"");
        });
    }

    @Test
    void everyCheckGetsATokenWhenNoResultIsKept() {
        for (int i = 0; i < 3; i++) {
            ready();
        }

        assertThat(SERVER.requests("gettoken")).hasSize(3);
        assertThat(PlantedSecrets.OFFICE_SERVER.requests("gettoken")).hasSize(3);
    }

    @Test
    void applicationIsNotReadyWhileATokenIsRejected() {
        ready();
        SERVER.answer("gettoken", RecordingServer.refused("Error: Invalid API key " + PlantedSecrets.API_KEY))
                .answer("gettoken", RecordingServer.refused("Error: Invalid API key " + PlantedSecrets.API_KEY));

        assertThat(ready()).satisfies(down -> {
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).contains("\"<default>\": \"authentication\"", "\"office\": \"success\"")
                    .doesNotContain(PlantedSecrets.API_KEY, PlantedSecrets.SALT, "Error:");
        });
        assertThat(ready().statusCode()).isEqualTo(200);
    }

    @Test
    void applicationIsNotReadyWhenATokenTakesTooLong() {
        PlantedSecrets.OFFICE_SERVER.answer("gettoken", RecordingServer.NEVER_ANSWER);
        long start = System.nanoTime();

        assertThat(ready()).satisfies(down -> {
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).contains("\"<default>\": \"success\"", "\"office\": \"timeout\"");
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(5900));
    }

    private HttpResponse<String> ready() {
        return caller.get("/q/health/ready");
    }
}
