package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.esign.EsignAccountSettings;
import dev.esign.Operation;

/** A person is told of the settings of the account that failed, by the names that they have for it. */
class SettingNamesTest {

    private static final SettingNames DEFAULT = new SettingNames();
    private static final SettingNames OFFICE = SettingNames.configured("office");
    private static final SettingNames TENANT = SettingNames.opened("tenant");

    @Test
    void aConfiguredAccountHasKeys() {
        assertThat(DEFAULT.of("api-key")).isEqualTo("quarkus.esign.api-key");
        assertThat(OFFICE.of("api-key")).isEqualTo("quarkus.esign.\"office\".api-key");
        assertThat(OFFICE.allOf("api-key"))
                .isEqualTo("quarkus.esign.\"office\".api-key (QUARKUS_ESIGN__OFFICE__API_KEY)");
    }

    @Test
    void anOpenedAccountHasWhatItWasGivenAndElseTheKeysOfTheDefaultAccount() {
        assertThat(TENANT.of("encrypted-api-key")).isEqualTo("EsignAccountSettings.encryptedApiKey")
                .isEqualTo(TENANT.allOf("encrypted-api-key"));
        assertThat(TENANT.of("bulkhead.max-waiting")).isEqualTo("quarkus.esign.bulkhead.max-waiting");
        assertThat(TENANT.allOf("bulkhead.max-waiting")).endsWith(" (QUARKUS_ESIGN_BULKHEAD_MAX_WAITING)");
    }

    @Test
    void whatAnOpenedAccountIsGivenCanBeGiven() {
        List<String> givable = Arrays.stream(EsignAccountSettings.Builder.class.getMethods())
                .filter(method -> method.getReturnType() == EsignAccountSettings.Builder.class)
                .map(method -> "EsignAccountSettings." + method.getName()).toList();

        assertThat(SettingNames.GIVEN).allSatisfy(member -> assertThat(givable).contains(TENANT.of(member)))
                .hasSize(givable.size() - 1); // tokens() gives an object, no setting
    }

    @ParameterizedTest
    @EnumSource(names = { "ENCRYPT_STRING", "GET_TOKEN", "GET_TOKEN_USER_NAME_PASSWORD" })
    void adviceNamesNoSettingOfAnotherAccount(Operation operation) {
        assertThat(new Advice(DEFAULT).onRefusedCredentials(operation)).contains("quarkus.esign.salt");
        assertThat(new Advice(OFFICE).onRefusedCredentials(operation)).contains("quarkus.esign.\"office\".salt")
                .doesNotContain("quarkus.esign.salt", "quarkus.esign.api-key", "quarkus.esign.token");
        assertThat(new Advice(TENANT).onRefusedCredentials(operation)).contains("EsignAccountSettings.salt")
                .doesNotContain("quarkus.esign.salt", "quarkus.esign.api-key", "\"tenant\"");
    }
}
