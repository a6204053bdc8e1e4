package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.esign.EsignAccount;
import dev.esign.runtime.EsignAccountsConfig.HealthConfig;
import dev.esign.runtime.webhook.WebhookFixedConfig;
import dev.esign.runtime.webhook.WebhookInboxConfig;

/** The names of settings. */
class AccountKeysTest {

    @Test
    void everySettingIsKnownToBelongToAnAccountOrToTheApplication() {
        assertThat(settings(EsignConfig.class)).allMatch(name -> AccountKeys.parsed("quarkus.esign.a." + name).isPresent())
                .allMatch(AccountKeys::isReserved);
        assertThat(AccountKeys.inherited("quarkus.esign.a.webhook.secrets")).isEmpty();
        assertThat(settings(EsignAccountsConfig.class).filter(name -> !name.equals("accounts")))
                .allMatch(AccountKeys::isReserved);
    }

    /** Or the mapping would take {@code quarkus.esign.health.timeout} for a setting of an account called health. */
    @Test
    void noSettingOfAGroupOfTheApplicationIsCalledLikeOneOfAnAccount() {
        assertThat(Stream.of(HealthConfig.class, WebhookInboxConfig.class, WebhookFixedConfig.class)
                .flatMap(AccountKeysTest::settings)).isNotEmpty()
                .doesNotContainAnyElementsOf(settings(EsignConfig.class).toList());
    }

    @Test
    void aSettingIsNamedByPropertyAndEnvironmentVariable() {
        assertThat(AccountKeys.DEFAULT.named("start.max-retries"))
                .isEqualTo("quarkus.esign.start.max-retries (QUARKUS_ESIGN_START_MAX_RETRIES)");
        assertThat(new AccountKeys("b.2").named("api-key"))
                .isEqualTo("quarkus.esign.\"b.2\".api-key (QUARKUS_ESIGN__B_2__API_KEY)");
        assertThat(new AccountKeys("a").spellings("salt")).containsExactly("quarkus.esign.\"a\".salt", "quarkus.esign.a.salt");
        assertThat(new AccountKeys("b.2").spellings("salt")).containsExactly("quarkus.esign.\"b.2\".salt");
        assertThat(new AccountKeys(EsignAccount.DEFAULT).spellings("salt")).containsExactly("quarkus.esign.salt");
    }

    @Test
    void onlyBehaviourIsInherited() {
        assertThat(AccountKeys.inherited("quarkus.esign.a.start.delay")).contains("quarkus.esign.start.delay");
        assertThat(AccountKeys.inherited("quarkus.esign.\"b.2\".timeout")).contains("quarkus.esign.timeout");
        assertThat(AccountKeys.inherited("quarkus.esign.a.api-key")).isEmpty();
        assertThat(AccountKeys.inherited("quarkus.esign.a.token.reuse")).isEmpty();
        assertThat(AccountKeys.inherited("quarkus.esign.start.delay")).isEmpty();
    }

    private static Stream<String> settings(Class<?> config) {
        return Arrays.stream(config.getDeclaredMethods()).filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::getName).map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }
}
