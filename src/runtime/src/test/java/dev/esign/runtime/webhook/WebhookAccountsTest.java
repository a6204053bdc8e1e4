package dev.esign.runtime.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.EsignAccount;
import dev.esign.runtime.EsignAccountsConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class WebhookAccountsTest {

    private static final String OLD = "old-secret-of-ours";
    private static final String NEW = "new-secret-of-ours";
    private static final String NORTH = "secret-of-the-north";

    @Test
    void aSecretTellsItsAccount() {
        WebhookAccounts accounts = accounts("quarkus.esign.webhook.secrets", NEW + "," + OLD,
                "quarkus.esign.\"north\".webhook.secrets", NORTH);

        assertThat(accounts.problems()).isEmpty();
        assertThat(accounts.account(OLD)).contains(EsignAccount.DEFAULT);
        assertThat(accounts.account(NEW)).contains(EsignAccount.DEFAULT);
        assertThat(accounts.account(NORTH)).contains("north");
        assertThat(accounts.account("new-secret-of-our")).isEmpty();
        assertThat(accounts.account("")).isEmpty();
        assertThat(accounts.account(null)).isEmpty();
        assertThat(accounts.path(EsignAccount.DEFAULT)).isEqualTo("/esign/webhook/" + NEW);
        assertThat(accounts.path("north")).isEqualTo("/esign/webhook/" + NORTH);
        assertThat(accounts.isUnreachable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "feeble", "has-a-slash/in-its-middle", "has a space in its middle" })
    void weakOnesAreProblemsThatArentQuoted(String weak) {
        WebhookAccounts accounts = accounts("quarkus.esign.webhook.secrets", NEW + "," + weak);

        assertThat(accounts.problems()).singleElement().asString().startsWith("  quarkus.esign.webhook.secrets"
                + " (QUARKUS_ESIGN_WEBHOOK_SECRETS): number 2 is shorter").doesNotContain(weak);
        assertThat(accounts.account(weak)).isEmpty();
    }

    @Test
    void aSecretOfTwoAccountsIsAProblem() {
        assertThat(accounts("quarkus.esign.webhook.secrets", NEW, "quarkus.esign.\"north\".webhook.secrets", NEW).problems())
                .singleElement().asString().startsWith("  quarkus.esign.\"north\".webhook.secrets"
                        + " (QUARKUS_ESIGN__NORTH__WEBHOOK_SECRETS): number 1 is another account's too")
                .doesNotContain(NEW);
        assertThat(accounts("quarkus.esign.webhook.secrets", NEW + "," + NEW).problems()).isEmpty();
    }

    @Test
    void anAccountThatIsOpenIsKnownUntilItIsClosed() {
        WebhookAccounts accounts = accounts("quarkus.esign.webhook.secrets", NEW);

        accounts.open("tenant", List.of(NORTH));
        assertThat(accounts.account(NORTH)).contains("tenant");
        accounts.close("tenant");
        assertThat(accounts.account(NORTH)).isEmpty();
        assertThatThrownBy(() -> accounts.path("tenant")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accounts.open("tenant", List.of(NEW))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EsignAccountSettings.webhookSecrets: number 1 is another account's too");
        assertThat(accounts.account(NEW)).contains(EsignAccount.DEFAULT);
        accounts.open("quiet", List.of());
        assertThatThrownBy(() -> accounts.path("quiet")).hasMessage(
                "there is no secret; set EsignAccountSettings.webhookSecrets");
        assertThatThrownBy(() -> accounts.path("north")).hasMessage(
                "there is no secret; set quarkus.esign.\"north\".webhook.secrets");
    }

    @Test
    void withoutAnySecretNobodyCanCall() {
        assertThat(accounts().isUnreachable()).isTrue();
        assertThat(accounts().account("")).isEmpty();
    }

    @Test
    void anApplicationThatTakesNoCallsNeedsNoSecrets() {
        WebhookAccounts accounts = accounts("quarkus.esign.webhook.enabled", "false", "quarkus.esign.webhook.secrets", "short");

        assertThat(accounts.problems()).isEmpty();
        assertThat(accounts.isUnreachable()).isFalse();
        assertThatThrownBy(() -> accounts.path(EsignAccount.DEFAULT)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quarkus.esign.webhook.enabled=true");
    }

    private static WebhookAccounts accounts(String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withMapping(EsignAccountsConfig.class).withMapping(WebhookFixedConfig.class).withValidateUnknown(false)
                .withDefaultValue("quarkus.esign.webhook.enabled", "true");
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue(settings[i], settings[i + 1]);
        }
        SmallRyeConfig config = builder.build();
        return new WebhookAccounts(config.getConfigMapping(WebhookFixedConfig.class),
                config.getConfigMapping(EsignAccountsConfig.class), "/");
    }
}
