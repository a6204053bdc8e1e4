package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.EsignAccount;
import dev.esign.EsignEnvironment;
import dev.esign.runtime.AccountKeys;
import dev.esign.runtime.EsignAccountsConfig;
import dev.esign.runtime.EsignConfig;
import dev.esign.runtime.EsignConfig.TokenConfig;
import dev.esign.runtime.StandardKeys;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Which settings an account has: its own, however they are spelt and wherever they come from, or the default account's. */
class AccountSettingsTest {

    @Test
    void accountsAreFoundInAllSpellings() {
        assertThat(AccountKeys.accountsIn(List.of("quarkus.esign.url", "quarkus.esign.token.reuse", "quarkus.esign.wire.bytes",
                "quarkus.esign.devservices.port", "quarkus.esign.operations.session-files.uri",
                "quarkus.esign.\"brokerage-a\".api-key", "quarkus.esign.\"b.2\".token.reuse", "quarkus.esign.office.timeout",
                "quarkus.esign.office.unknown", "quarkus.esign.nobody.unknown", "quarkus.rest-client.esign.url",
                "quarkus.esign.\"\".url", "quarkus.esign.\"half")))
                .containsExactly("b.2", "brokerage-a", "office");
    }

    @ParameterizedTest
    @ValueSource(strings = { "quarkus.esign.\"a\".", "quarkus.esign.a." })
    void accountInheritsBehaviorButNotIdentity(String account) {
        EsignAccountsConfig config = config(Map.of(
                "quarkus.esign.url", "https://default.example.com", "quarkus.esign.environment", "stage",
                "quarkus.esign.api-key", "key", "quarkus.esign.encrypted-api-key", "cipher", "quarkus.esign.salt", "salt"),
                Map.of("quarkus.esign.username", "default@example.com", "quarkus.esign.landing-url", "https://landing/?",
                        "quarkus.esign.credentials-provider", "vault", "quarkus.esign.token.reuse", "30S",
                        "quarkus.esign.token.password", "secret", "quarkus.esign.token.source", "user-password",
                        "quarkus.esign.timeout", "7S", "quarkus.esign.start.max-retries", "3"),
                Map.of("quarkus.esign.return-url", "https://app.example.com/", "quarkus.esign.start.jitter", "1S",
                        "quarkus.esign.wire.authentication-numbers.kba", "5", account + "start.max-retries", "9",
                        account + "timeout", "60S", account + "connect-timeout", "3S"));
        EsignConfig a = config.accounts().get("a");

        assertThat(a.start().maxRetries()).isEqualTo(9);
        assertThat(a.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(a.start().jitter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(a.returnUrl()).hasToString("Optional[https://app.example.com/]");
        assertThat(a.wire().authenticationNumbers()).containsEntry("kba", 5);
        assertThat(a.connectTimeout()).contains(Duration.ofSeconds(3));
        assertThat(a.url()).isEmpty();
        assertThat(a.environment()).isEmpty();
        assertThat(a.apiKey()).isEmpty();
        assertThat(a.encryptedApiKey()).isEmpty();
        assertThat(a.salt()).isEmpty();
        assertThat(a.username()).isEmpty();
        assertThat(a.landingUrl()).isEmpty();
        assertThat(a.credentialsProvider()).isEmpty();
        assertThat(a.token().source()).isEqualTo(TokenConfig.Source.API_KEY);
        assertThat(a.token().password()).isEmpty();
        assertThat(a.token().reuse()).isZero();
        assertThat(config.accounts().keySet()).containsExactlyInAnyOrder(EsignAccount.DEFAULT, "a");
        assertThat(config.defaultAccount().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.defaultAccount().environment()).contains(EsignEnvironment.STAGE);
    }

    @Test
    void knownAccountIsConfiguredByEnvironmentVariables() {
        SmallRyeConfig config = builder()
                .withDefaultValue("quarkus.esign.\"brokerage-a\".token.source", "api-key") // as the build says what is injected
                .withSources(new EnvConfigSource(Map.of("QUARKUS_ESIGN__BROKERAGE_A__API_KEY", "key-a",
                        "QUARKUS_ESIGN__BROKERAGE_A__START_MAX_RETRIES", "8", "QUARKUS_ESIGN_TIMEOUT", "9S"), 300))
                .build();
        EsignConfig account = config.getConfigMapping(EsignAccountsConfig.class).accounts().get("brokerage-a");

        assertThat(account.apiKey()).contains("key-a");
        assertThat(account.start().maxRetries()).isEqualTo(8);
        assertThat(account.timeout()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void quotedAndUnquotedNamesMeanTheSameAccount() {
        EsignAccountsConfig config = config(Map.of("quarkus.esign.\"a\".timeout", "60S"),
                Map.of("quarkus.esign.a.api-key", "key"), Map.of("quarkus.esign.a.wire.authentication-numbers.kba", "4"));

        assertThat(config.accounts().keySet()).contains("a").hasSizeLessThanOrEqualTo(2);
        assertThat(config.accounts().get("a").timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.accounts().get("a").apiKey()).contains("key");
        assertThat(config.accounts().get("a").wire().authenticationNumbers()).containsEntry("kba", 4);
    }

    @Test
    void ownSettingWinsOverInheritedOneOfAStrongerSource() {
        SmallRyeConfig config = builder()
                .withSources(new PropertiesConfigSource(Map.of("quarkus.esign.a.timeout", "60S"), "file", 250),
                        new PropertiesConfigSource(Map.of("quarkus.esign.timeout", "5S"), "system", 400))
                .build();

        assertThat(config.getConfigMapping(EsignAccountsConfig.class).accounts().get("a").timeout())
                .isEqualTo(Duration.ofSeconds(60));
    }

    private static EsignAccountsConfig config(Map<String, String> first, Map<String, String> second,
            Map<String, String> third) {
        return builder().withSources(new PropertiesConfigSource(first, "first", 100),
                new PropertiesConfigSource(second, "second", 100), new PropertiesConfigSource(third, "third", 100)).build()
                .getConfigMapping(EsignAccountsConfig.class);
    }

    private static SmallRyeConfigBuilder builder() {
        return new StandardKeys().configBuilder(new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withMapping(EsignAccountsConfig.class))
                .addDiscoveredConverters();
    }
}
