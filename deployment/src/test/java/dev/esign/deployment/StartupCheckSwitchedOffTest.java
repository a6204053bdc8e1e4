package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

/** An application without settings starts if it wants to; {@link StartupCheckTest} tells what it does otherwise. */
class StartupCheckSwitchedOffTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.startup-check", "false")
            .setApplicationName("unchecked").setRun(true);

    @Test
    @Shows("quarkus.esign.startup-check")
    void starts() {
        assertThat(APPLICATION.getStartupConsoleOutput()).contains("Installed features", "esign")
                .doesNotContain("is missing");
    }
}
