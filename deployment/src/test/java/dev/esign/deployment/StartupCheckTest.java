package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

/** An application that takes webhook calls, started in production mode with different settings. */
class StartupCheckTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .setApplicationName("startup-check");

    @Test
    void startFailsWithAllMissingSettings() {
        assertThat(outputOfFailedStart(Map.of()))
                .contains("quarkus.esign.url (QUARKUS_ESIGN_URL)", "quarkus.esign.api-key (QUARKUS_ESIGN_API_KEY)",
                        "quarkus.esign.salt (QUARKUS_ESIGN_SALT)", "quarkus.esign.username (QUARKUS_ESIGN_USERNAME)",
                        "quarkus.esign.webhook.secrets (QUARKUS_ESIGN_WEBHOOK_SECRETS): is missing, for all accounts");
    }

    @Test
    void startFailsWhenNamedAccountsHaveNoWebhookSecretEither() {
        assertThat(outputOfFailedStart(Map.of("quarkus.esign.\"north\".api-key", "key")))
                .contains("quarkus.esign.webhook.secrets (QUARKUS_ESIGN_WEBHOOK_SECRETS): is missing, for all accounts",
                        "quarkus.esign.\"north\".salt (QUARKUS_ESIGN__NORTH__SALT): is missing");
    }

    @Test
    void startFailsWhenWebhookSecretsAreShortOrSeveralAccounts() {
        assertThat(outputOfFailedStart(Map.of("quarkus.esign.webhook.secrets", "secret-of-everybody,secret-2",
                "quarkus.esign.\"north\".api-key", "key",
                "quarkus.esign.\"north\".webhook.secrets", "secret-of-north-only",
                "quarkus.esign.\"south\".webhook.secrets", "secret-of-south-only,secret-of-north-only")))
                .contains(
                        "quarkus.esign.webhook.secrets (QUARKUS_ESIGN_WEBHOOK_SECRETS): number 2 is shorter than 16 characters",
                        "quarkus.esign.\"south\".webhook.secrets (QUARKUS_ESIGN__SOUTH__WEBHOOK_SECRETS): number 2 is another"
                                + " account's too",
                        "quarkus.esign.\"north\".salt (QUARKUS_ESIGN__NORTH__SALT): is missing")
                .doesNotContain("secret-");
    }

    @Test
    void startNeedsNoWebhookSecretWhenNoneIsRequired() {
        assertThat(outputOfFailedStart(Map.of("quarkus.esign.webhook.secrets-required", "false",
                "quarkus.esign.\"north\".api-key", "key")))
                .contains("quarkus.esign.\"north\".salt (QUARKUS_ESIGN__NORTH__SALT): is missing")
                .doesNotContain("webhook.secrets");
    }

    @Test
    void startSucceedsWithoutSettingsWhenTheCheckIsSwitchedOff() {
        start(Map.of("quarkus.esign.startup-check", "false"), false);
        try {
            assertThat(APPLICATION.getStartupConsoleOutput()).contains("Installed features", "esign")
                    .doesNotContain("is missing");
        } finally {
            APPLICATION.stop();
        }
    }

    private static String outputOfFailedStart(Map<String, String> settings) {
        start(settings, true);
        assertThat(APPLICATION.getExitCode()).isNotZero();
        assertThat(APPLICATION.getStartupConsoleOutput()).doesNotContain("\tat ");
        return APPLICATION.getStartupConsoleOutput();
    }

    private static void start(Map<String, String> settings, boolean exitExpected) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("quarkus.http.port", "0");
        APPLICATION.setRuntimeProperties(properties).setExpectExit(exitExpected).start();
    }
}
