package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.esign.deployment.ConfiguredAccounts.Account;
import io.smallrye.config.SmallRyeConfigBuilder;

class ConfiguredAccountsTest {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("quarkus.esign.api-key", "marker"),
            Map.entry("quarkus.esign.\"a\".url", "https://marker:marker@a.example.com:8443/esign?marker"),
            Map.entry("quarkus.esign.\"a\".encrypted-api-key", "marker"),
            Map.entry("quarkus.esign.\"a\".username", "a@example.com"),
            Map.entry("quarkus.esign.\"b\".environment", "stage"),
            Map.entry("quarkus.esign.b.credentials-provider", "marker"),
            Map.entry("quarkus.esign.\"c\".token.source", "user-password"),
            Map.entry("quarkus.esign.\"c\".token.password", "marker"),
            Map.entry("quarkus.esign.\"d\".url", "marker marker"));

    @Test
    void accountsAreListedWithoutSecrets() {
        assertThat(accounts(true)).containsExactly(
                new Account("<default>", "", "", "owner@example.com", "set"),
                new Account("a", "https://a.example.com:8443/esign", "", "a@example.com", "set, encrypted"),
                new Account("b", "https://api.stage.esignonline.net", "stage", "not set", "from a credentials provider"),
                new Account("c", "", "", "owner@example.com", "none: tokens are fetched with the user's password"),
                new Account("d", "set, but no URL", "", "not set", "not set"),
                new Account("injected", "", "", "owner@example.com", "given by the sandbox"));
    }

    @Test
    void accountsLackUnsetSettingsWithoutASandbox() {
        assertThat(accounts(false)).contains(
                new Account("<default>", "not set", "", "not set", "set"),
                new Account("injected", "not set", "", "not set", "not set"));
    }

    private static List<Account> accounts(boolean sandbox) {
        return new ConfiguredAccounts(new SmallRyeConfigBuilder().withDefaultValues(SETTINGS).build(), List.of("injected"),
                sandbox).list();
    }
}
