package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

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
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, PlantedSecrets.class,
                    WebhookCaller.class))
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-smallrye-health-deployment", Version.getVersion())))
            .overrideConfigKey("quarkus.esign.health.enabled", "true")
            .overrideConfigKey("quarkus.esign.health.cache", "2S")
            .overrideConfigKey("quarkus.esign.health.max-wait", "1S")
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.api-key", PlantedSecrets.API_KEY)
            .overrideConfigKey("quarkus.esign.salt", PlantedSecrets.SALT)
            .overrideConfigKey("quarkus.esign.username", PlantedSecrets.OWNER)
            .overrideConfigKey("quarkus.esign.office.url", PlantedSecrets.OFFICE_SERVER.url())
            .overrideConfigKey("quarkus.esign.office.encrypted-api-key", PlantedSecrets.OFFICE_API_KEY)
            .overrideConfigKey("quarkus.esign.office.salt", PlantedSecrets.OFFICE_SALT)
            .overrideConfigKey("quarkus.esign.office.username", PlantedSecrets.OFFICE_OWNER);

    private final WebhookCaller caller = new WebhookCaller();

    @Test
    @Shows({ "quarkus.esign.health.enabled", "quarkus.esign.health.cache", "quarkus.esign.health.max-wait" })
    void followsWhetherATokenCanBeHad() {
        SERVER.reset();
        PlantedSecrets.OFFICE_SERVER.reset();
        assertThat(ready()).satisfies(up -> {
            assertThat(up.statusCode()).isEqualTo(200);
            assertThat(up.body()).contains("\"eSign token\"", "\"UP\"", "\"<default>\": \"success\"",
                    "\"office\": \"success\"");
        });
        for (int i = 0; i < 5; i++) {
            ready();
        }
        assertThat(SERVER.requests("gettoken")).hasSize(1);
        assertThat(PlantedSecrets.OFFICE_SERVER.requests("gettoken")).hasSize(1);

        SERVER.answer("gettoken", RecordingServer.refused("Error: Invalid API key " + PlantedSecrets.API_KEY))
                .answer("gettoken", RecordingServer.refused("Error: Invalid API key " + PlantedSecrets.API_KEY));
        assertThat(awaited(503).body()).contains("\"<default>\": \"authentication\"", "\"office\": \"success\"")
                .doesNotContain(PlantedSecrets.API_KEY, PlantedSecrets.SALT, "Error:");
        assertThat(awaited(200).statusCode()).isEqualTo(200);

        PlantedSecrets.OFFICE_SERVER.answer("gettoken", RecordingServer.NEVER_ANSWER);
        await().until(() -> ready().statusCode() == 503 && gaveUpAfter().compareTo(Duration.ofSeconds(4)) < 0);
        assertThat(ready().body()).contains("\"<default>\": \"success\"", "\"office\": \"timeout\"");
    }

    /** How long the token was waited for that never came. */
    private static Duration gaveUpAfter() {
        List<Request> fetches = PlantedSecrets.OFFICE_SERVER.requests("gettoken");
        return Duration.ofNanos(PlantedSecrets.OFFICE_SERVER.requests(RecordingServer.GAVE_UP).get(0).nanos()
                - fetches.get(fetches.size() - 1).nanos());
    }

    private HttpResponse<String> awaited(int status) {
        return await().until(this::ready, answer -> answer.statusCode() == status);
    }

    private HttpResponse<String> ready() {
        return caller.get("/q/health/ready");
    }
}
