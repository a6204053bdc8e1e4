package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * Secrets that are too short or several accounts' are listed with all else that is wrong, and not shown; no key is unknown to
 * the
 * build.
 */
class WebhookSecretsStartupCheckTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", "secret-of-everybody,secret-2")
            .overrideConfigKey("quarkus.esign.\"north\".api-key", "key")
            .overrideConfigKey("quarkus.esign.\"north\".webhook.secrets", "secret-of-north-only")
            .overrideConfigKey("quarkus.esign.\"south\".webhook.secrets", "secret-of-south-only,secret-of-north-only")
            .setLogRecordPredicate(record -> record.getMessage().contains("Unrecognized configuration key"))
            .setApplicationName("weak-secrets").setRun(true).setExpectExit(true);

    @ProdBuildResults
    ProdModeTestResults build;

    @Test
    void refusesToStart() {
        assertThat(APPLICATION.getExitCode()).isNotZero();
        assertThat(APPLICATION.getStartupConsoleOutput())
                .contains(
                        "quarkus.esign.webhook.secrets (QUARKUS_ESIGN_WEBHOOK_SECRETS): number 2 is shorter than 16 characters",
                        "quarkus.esign.\"south\".webhook.secrets (QUARKUS_ESIGN__SOUTH__WEBHOOK_SECRETS): number 2 is another"
                                + " account's too",
                        "quarkus.esign.\"north\".salt (QUARKUS_ESIGN__NORTH__SALT): is missing")
                .doesNotContain("\tat ", "secret-");
        assertThat(build.getRetainedBuildLogRecords()).map(record -> String.valueOf(record.getParameters()[0]))
                .noneMatch(key -> key.startsWith("quarkus.esign"));
    }
}
