package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import dev.esign.spi.TokenSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusProdModeTest;
import io.smallrye.mutiny.Uni;

/** An application that has only named accounts needs no default one, and one with a token source of its own no key. */
class AccountsOnlyStartupCheckTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application()
            .withApplicationRoot(jar -> jar.addClasses(Office.class, Tokens.class))
            .overrideConfigKey("quarkus.esign.environment", "stage")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".username", "a@example.com")
            .setApplicationName("named-only").setRun(true).setExpectExit(true);

    @Test
    void starts() {
        assertThat(APPLICATION.getStartupConsoleOutput()).contains("office is open for brokerage-a")
                .doesNotContain("is missing");
        assertThat(APPLICATION.getExitCode()).isZero();
    }

    @ApplicationScoped
    static class Office {

        @Inject
        @EsignAccount("brokerage-a")
        SigningSessions sessions;

        void open(@Observes StartupEvent start) {
            sessions.archived();
            Logger.getLogger(Office.class).info("office is open for brokerage-a");
            Quarkus.asyncExit();
        }
    }

    @EsignAccount("brokerage-a")
    @ApplicationScoped
    static class Tokens implements TokenSource {

        @Override
        public Uni<String> token() {
            return Uni.createFrom().item("token");
        }
    }
}
