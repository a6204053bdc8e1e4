package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

/** In production mode the start-up check says nothing of missing secrets if none are required. */
class WebhookWithoutSecretTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets-required", "false")
            .overrideConfigKey("quarkus.esign.\"north\".api-key", "key")
            .setApplicationName("secrets-not-required").setRun(true).setExpectExit(true);

    @Test
    @Shows("quarkus.esign.webhook.secrets-required")
    void findsOnlyWhatElseIsMissing() {
        assertThat(APPLICATION.getStartupConsoleOutput())
                .contains("quarkus.esign.\"north\".salt (QUARKUS_ESIGN__NORTH__SALT): is missing")
                .doesNotContain("webhook.secrets");
    }
}
