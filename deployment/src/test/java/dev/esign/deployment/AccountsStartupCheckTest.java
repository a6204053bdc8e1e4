package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusProdModeTest;

/** The start-up check lists what is missing and what contradicts itself in all accounts at once, and who wants them. */
class AccountsStartupCheckTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application()
            .withApplicationRoot(jar -> jar.addClasses(Office.class))
            .overrideConfigKey("quarkus.esign.url", "https://api.example.com/rest")
            .overrideConfigKey("quarkus.esign.environment", "stage")
            .overrideConfigKey("quarkus.esign.api-key", "secret-one")
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "secret-two")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.timeout", "-1S")
            .overrideConfigKey("quarkus.esign.retry-after.max-retries", "-2")
            .overrideConfigKey("quarkus.esign.token.reuse", "5S")
            .overrideConfigKey("quarkus.esign.token.ahead", "5S")
            .overrideConfigKey("quarkus.esign.operations.invite-urls.uri", "https://elsewhere.example.com/{sessionId}")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".environment", "production")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".credentials-provider", "vault")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".api-key", "secret-three")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".timeout", "0S")
            .overrideConfigKey("quarkus.esign.token.username", "who@example.com")
            .setApplicationName("contradictory").setRun(true).setExpectExit(true);

    @Test
    void listsEverythingOfAllAccounts() {
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
                        "account 'brokerage-a':",
                        "quarkus.esign.\"brokerage-a\".credentials-provider (QUARKUS_ESIGN__BROKERAGE_A__CREDENTIALS_PROVIDER):"
                                + " contradicts quarkus.esign.\"brokerage-a\".api-key",
                        "quarkus.esign.\"brokerage-a\".credentials-provider-name"
                                + " (QUARKUS_ESIGN__BROKERAGE_A__CREDENTIALS_PROVIDER_NAME): is missing",
                        "quarkus.esign.\"brokerage-a\".username (QUARKUS_ESIGN__BROKERAGE_A__USERNAME): is missing",
                        "quarkus.esign.\"brokerage-a\".timeout (QUARKUS_ESIGN__BROKERAGE_A__TIMEOUT): is PT0S",
                        "account 'brokerage-b', injected into " + Office.class.getName() + "#sessions:",
                        "quarkus.esign.\"brokerage-b\".api-key (QUARKUS_ESIGN__BROKERAGE_B__API_KEY): is missing",
                        "quarkus.esign.\"brokerage-b\".salt (QUARKUS_ESIGN__BROKERAGE_B__SALT): is missing",
                        "See docs/configuration.md.")
                .doesNotContain("\tat ", "secret-", "BROKERAGE_B__URL");
    }

    @ApplicationScoped
    static class Office {

        @Inject
        @EsignAccount("brokerage-b")
        SigningSessions sessions;

        void open(@Observes StartupEvent start) {
            sessions.archived();
        }
    }
}
