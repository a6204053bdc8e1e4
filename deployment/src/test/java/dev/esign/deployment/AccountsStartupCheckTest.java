package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

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

/** An application with two named accounts, one of them with tokens of its own, started in production mode. */
class AccountsStartupCheckTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application()
            .withApplicationRoot(jar -> jar.addClasses(Office.class, Tokens.class))
            .setApplicationName("accounts").setExpectExit(true);

    @Test
    void startFailsWithAllProblemsOfAllAccounts() {
        start(Map.ofEntries(Map.entry("quarkus.esign.url", "https://api.example.com/rest"),
                Map.entry("quarkus.esign.environment", "stage"),
                Map.entry("quarkus.esign.api-key", "secret-one"),
                Map.entry("quarkus.esign.encrypted-api-key", "secret-two"),
                Map.entry("quarkus.esign.salt", "salt"),
                Map.entry("quarkus.esign.username", "owner@example.com"),
                Map.entry("quarkus.esign.timeout", "-1S"),
                Map.entry("quarkus.esign.retry-after.max-retries", "-2"),
                Map.entry("quarkus.esign.token.reuse", "5S"),
                Map.entry("quarkus.esign.token.ahead", "5S"),
                Map.entry("quarkus.esign.operations.invite-urls.uri", "https://elsewhere.example.com/{sessionId}"),
                Map.entry("quarkus.esign.\"brokerage-a\".username", "a@example.com"),
                Map.entry("quarkus.esign.\"brokerage-c\".environment", "production"),
                Map.entry("quarkus.esign.\"brokerage-c\".credentials-provider", "vault"),
                Map.entry("quarkus.esign.\"brokerage-c\".api-key", "secret-three"),
                Map.entry("quarkus.esign.\"brokerage-c\".timeout", "0S"),
                Map.entry("quarkus.esign.token.username", "who@example.com"),
                Map.entry("quarkus.http.port", "0")));

        assertThat(APPLICATION.getExitCode()).isNotZero();
        assertThat(APPLICATION.getStartupConsoleOutput())
                .contains("quarkus.esign.url (QUARKUS_ESIGN_URL): contradicts quarkus.esign.environment"
                        + " (QUARKUS_ESIGN_ENVIRONMENT), which means https://api.stage.esignonline.net",
                        "quarkus.esign.encrypted-api-key (QUARKUS_ESIGN_ENCRYPTED_API_KEY): contradicts quarkus.esign.api-key",
                        "quarkus.esign.timeout (QUARKUS_ESIGN_TIMEOUT): is PT-1S; give more than 0",
                        "quarkus.esign.retry-after.max-retries (QUARKUS_ESIGN_RETRY_AFTER_MAX_RETRIES): is -2; give 0 or more",
                        "quarkus.esign.token.ahead (QUARKUS_ESIGN_TOKEN_AHEAD): contradicts quarkus.esign.token.reuse",
                        "quarkus.esign.operations.invite-urls.uri: must be relative",
                        "quarkus.esign.\"token\".*: no account can have this name",
                        "account 'brokerage-c':",
                        "quarkus.esign.\"brokerage-c\".credentials-provider (QUARKUS_ESIGN__BROKERAGE_C__CREDENTIALS_PROVIDER):"
                                + " contradicts quarkus.esign.\"brokerage-c\".api-key",
                        "quarkus.esign.\"brokerage-c\".credentials-provider-name"
                                + " (QUARKUS_ESIGN__BROKERAGE_C__CREDENTIALS_PROVIDER_NAME): is missing",
                        "quarkus.esign.\"brokerage-c\".username (QUARKUS_ESIGN__BROKERAGE_C__USERNAME): is missing",
                        "quarkus.esign.\"brokerage-c\".timeout (QUARKUS_ESIGN__BROKERAGE_C__TIMEOUT): is PT0S",
                        "account 'brokerage-b', injected into " + Office.class.getName() + "#sessionsOfB:",
                        "quarkus.esign.\"brokerage-b\".api-key (QUARKUS_ESIGN__BROKERAGE_B__API_KEY): is missing",
                        "quarkus.esign.\"brokerage-b\".salt (QUARKUS_ESIGN__BROKERAGE_B__SALT): is missing",
                        "See docs/configuration.md.")
                .doesNotContain("\tat ", "secret-", "BROKERAGE_B__URL");
    }

    /** Neither the default account nor a key for an account with tokens of its own. */
    @Test
    void startNeedsOnlyWhatTheNamedAccountsNeed() {
        start(Map.of("quarkus.esign.environment", "stage",
                "quarkus.esign.\"brokerage-a\".username", "a@example.com",
                "quarkus.esign.\"brokerage-b\".api-key", "key",
                "quarkus.esign.\"brokerage-b\".salt", "salt",
                "quarkus.esign.\"brokerage-b\".username", "b@example.com",
                "quarkus.http.port", "0"));

        assertThat(APPLICATION.getStartupConsoleOutput()).contains("office is open").doesNotContain("is missing");
        assertThat(APPLICATION.getExitCode()).isZero();
    }

    private static void start(Map<String, String> settings) {
        APPLICATION.setRuntimeProperties(settings).start();
    }

    @ApplicationScoped
    static class Office {

        @Inject
        @EsignAccount("brokerage-a")
        SigningSessions sessionsOfA;

        @Inject
        @EsignAccount("brokerage-b")
        SigningSessions sessionsOfB;

        void open(@Observes StartupEvent start) {
            sessionsOfA.archived();
            sessionsOfB.archived();
            Logger.getLogger(Office.class).info("office is open");
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
