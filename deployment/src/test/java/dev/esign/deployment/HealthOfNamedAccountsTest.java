package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.RecordingServer.Request;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** Readiness looks at accounts without settings too, and at the default account only where it is used. */
class HealthOfNamedAccountsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, WebhookCaller.class))
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-smallrye-health-deployment", Version.getVersion())))
            .overrideConfigKey("quarkus.esign.health.enabled", "true")
            .overrideConfigKey("quarkus.esign.health.cache", "1H")
            .overrideConfigKey("quarkus.esign.url", RecordingServer.shared().url())
            .overrideConfigKey("quarkus.esign.office.encrypted-api-key", "key")
            .overrideConfigKey("quarkus.esign.office.salt", "salt")
            .overrideConfigKey("quarkus.esign.office.username", "office@example.com")
            .overrideConfigKey("quarkus.esign.unfinished.salt", "salt");

    @Test
    void readinessNamesTheAccountWithoutSettings() {
        HttpResponse<String> ready = new WebhookCaller().get("/q/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"office\": \"success\"", "\"unfinished\": \"settings\"")
                .doesNotContain("<default>");
    }

    @Test
    void laterChecksKeepTheResult() {
        new WebhookCaller().get("/q/health/ready");
        RecordingServer.shared().reset();
        for (int i = 0; i < 5; i++) {
            assertThat(new WebhookCaller().get("/q/health/ready").body()).contains("\"office\": \"success\"");
        }

        assertThat(RecordingServer.shared().requests("gettoken")).isEmpty();
    }
}
