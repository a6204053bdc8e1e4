package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** Nobody's readiness depends on eSign unless that is wanted. */
class HealthByDefaultTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(WebhookCaller.class))
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-smallrye-health-deployment", Version.getVersion())))
            .overrideConfigKey("quarkus.esign.devservices.enabled", "false");

    @Test
    void hasNoCheck() {
        assertThat(new WebhookCaller().get("/q/health").body()).contains("\"UP\"").doesNotContain("eSign");
    }
}
