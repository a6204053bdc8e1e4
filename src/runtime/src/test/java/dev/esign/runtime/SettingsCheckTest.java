package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings that can't be right are told with their name, their problem and what to write; never with their value. */
class SettingsCheckTest {

    @Test
    void whatCanBeRightIsLeftAlone() {
        assertThat(problems("quarkus.esign.url", "https://api.stage.esignonline.net/rest", "quarkus.esign.api-key", "a key+/=",
                "quarkus.esign.encrypted-api-key", " ", "quarkus.esign.salt", "s4lt", "quarkus.esign.username",
                "owner@example.com", "quarkus.esign.return-url", "http://localhost:8080/signed")).isEmpty();
        assertThat(problems("quarkus.esign.url", "http://esign-sandbox:8980", "quarkus.esign.username", " ")).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "api.stage.esignonline.net", "api.stage.esignonline.net/rest", "localhost:8980",
            "ftp://example.com",
            "https:///rest" })
    void aUrlNeedsASchemeOfTheWebAndAHost(String url) {
        assertThat(problems("quarkus.esign.url", url))
                .containsExactly("quarkus.esign.url (QUARKUS_ESIGN_URL): has no https:// or"
                        + " no host; give an address like https://api.stage.esignonline.net");
    }

    @Test
    void esignItselfIsThereByHttpsOnly() {
        assertThat(problems("quarkus.esign.url", "http://api.esignonline.net")).containsExactly(
                "quarkus.esign.url (QUARKUS_ESIGN_URL): begins with http://, and eSign is there by https:// only; begin it so");
    }

    @ParameterizedTest
    @CsvSource({ "api-key, API_KEY", "encrypted-api-key, ENCRYPTED_API_KEY", "salt, SALT",
            "token.encrypted-password, TOKEN_ENCRYPTED_PASSWORD" })
    void aLineBreakAtTheEndIsPartOfNoSecret(String name, String variable) {
        assertThat(problems("quarkus.esign." + name, "SECRET\n")).containsExactly("quarkus.esign." + name + " (QUARKUS_ESIGN_"
                + variable + "): begins or ends with a space or a line break; take it out");
    }

    @ParameterizedTest
    @ValueSource(strings = { "owner", "owner@localhost", "Owner <owner@example.com>", "owner@example.com\n" })
    void theUserIsNamedByAnEmailAddress(String username) {
        assertThat(problems("quarkus.esign.username", username)).containsExactly("quarkus.esign.username"
                + " (QUARKUS_ESIGN_USERNAME): is no e-mail address; give that of the eSign user who owns the sessions, like"
                + " name@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = { "www.example.com/signed", "localhost:8080/signed", "/signed" })
    void aReturnUrlNeedsASchemeOfTheWebAndAHost(String url) {
        assertThat(problems("quarkus.esign.return-url", url)).containsExactly("quarkus.esign.return-url"
                + " (QUARKUS_ESIGN_RETURN_URL): has no http:// or https:// or no host; give an address like"
                + " https://www.example.com/signed");
    }

    @Test
    void settingsOfTheApplicationHaveBoundsToo() {
        EsignAccountsConfig impossible = config("quarkus.esign.health.max-wait", "0S", "quarkus.esign.health.cache", "-1S",
                "quarkus.esign.webhook.max-size", "0", "quarkus.esign.webhook.max-depth", "0",
                "quarkus.esign.webhook.read-back-delay", "-1S", "quarkus.esign.webhook.duplicates.window", "-1S",
                "quarkus.esign.webhook.duplicates.max", "0").getConfigMapping(EsignAccountsConfig.class);

        assertThat(SettingsCheck.problemsOfTheApplication(impossible)).hasSize(7)
                .contains("  quarkus.esign.health.max-wait (QUARKUS_ESIGN_HEALTH_MAX_WAIT): is PT0S; give more than 0");
        assertThat(SettingsCheck.problemsOfTheApplication(config().getConfigMapping(EsignAccountsConfig.class))).isEmpty();
    }

    @Test
    void aNameThatIsWrittenOtherwiseIsFound() {
        assertThat(AccountKeys.DEFAULT.slip("api-key", config("QUARKUS_ESIGN_APIKEY", "SECRET")))
                .contains("QUARKUS_ESIGN_APIKEY");
        assertThat(AccountKeys.DEFAULT.slip("api-key", config("quarkus.esign.apiKey", "SECRET")))
                .contains("quarkus.esign.apiKey");
        assertThat(AccountKeys.DEFAULT.slip("api-key", config("quarkus.esign.api-key", "", "QUARKUS_ESIGN_API_KEY", "")))
                .isEmpty();
        assertThat(AccountKeys.DEFAULT.slip("api-key", config("quarkus.esign.encrypted-api-key", "SECRET"))).isEmpty();
    }

    private static List<String> problems(String... keysAndValues) {
        EsignConfig account = config(keysAndValues).getConfigMapping(EsignAccountsConfig.class).defaultAccount();
        return new SettingsCheck(new SettingNames(), account).problems(true, true).stream().map(String::strip)
                .filter(problem -> !problem.contains("is missing")).toList();
    }

    private static SmallRyeConfig config(String... keysAndValues) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withMapping(EsignAccountsConfig.class).withValidateUnknown(false);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            builder.withDefaultValue(keysAndValues[i], keysAndValues[i + 1]);
        }
        return builder.build();
    }
}
