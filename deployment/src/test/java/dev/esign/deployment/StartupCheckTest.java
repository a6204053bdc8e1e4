package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

/** In production mode an application whose settings are missing doesn't start, and says all that is missing. */
class StartupCheckTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application().withEmptyApplication()
            .setApplicationName("unconfigured").setRun(true).setExpectExit(true);

    @Test
    void refusesToStart() {
        assertThat(APPLICATION.getExitCode()).isNotZero();
        assertThat(APPLICATION.getStartupConsoleOutput())
                .contains("quarkus.esign.url (QUARKUS_ESIGN_URL)", "quarkus.esign.api-key (QUARKUS_ESIGN_API_KEY)",
                        "quarkus.esign.salt (QUARKUS_ESIGN_SALT)", "quarkus.esign.username (QUARKUS_ESIGN_USERNAME)")
                .doesNotContain("\tat ");
    }
}
