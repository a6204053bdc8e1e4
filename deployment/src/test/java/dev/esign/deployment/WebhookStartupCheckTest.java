package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

/** In production mode a webhook without a secret is listed with all else that is missing. */
class WebhookStartupCheckTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.\"north\".api-key", "key")
            .setApplicationName("without-secret").setRun(true).setExpectExit(true);

    @Test
    void refusesToStart() {
        assertThat(APPLICATION.getExitCode()).isNotZero();
        assertThat(APPLICATION.getStartupConsoleOutput())
                .contains("quarkus.esign.webhook.secrets (QUARKUS_ESIGN_WEBHOOK_SECRETS): is missing, for all accounts",
                        "quarkus.esign.\"north\".salt (QUARKUS_ESIGN__NORTH__SALT): is missing")
                .doesNotContain("\tat ");
    }
}
