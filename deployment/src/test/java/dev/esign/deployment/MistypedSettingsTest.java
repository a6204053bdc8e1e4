package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.model.NewSession;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** Settings that are mistyped, impossible or missing, without a sandbox that would help out. */
class MistypedSettingsTest {

    private static final Pattern UNKNOWN_KEY = Pattern.compile("Unrecognized configuration key \"(quarkus\\.esign.*?)\" was");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(CollectedLogs.class))
            .setBeforeAllCustomizer(CollectedLogs::begin)
            .setAfterAllCustomizer(CollectedLogs::end)
            .overrideConfigKey("quarkus.esign.devservices.enabled", "false")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.apikey", "SECRET-key")
            .overrideConfigKey("quarkus.esign.return-url", "www.example.com/SECRET")
            .overrideConfigKey("quarkus.esign.api-kee", "k")
            .overrideConfigKey("quarkus.esign.tokn.source", "api-key")
            .overrideConfigKey("quarkus.esign.start.delai", "1S")
            .overrideConfigKey("quarkus.esign.timeout", "30S")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", "secret-of-everybody")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".api-kee", "k")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".start.delai", "1S")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".api-key", "k")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".start.delay", "1S")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".webhook.secrets", "secret-of-brokerage-a")
            .overrideConfigKey("quarkus.esign.office.wire.authentication-numbers.none", "1");

    @Inject
    SigningSessions sessions;

    @Test
    void firstCallListsAllThatIsMissingOrImpossible() {
        assertThatThrownBy(() -> sessions.create(NewSession.titled("T").build()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.esign.url (QUARKUS_ESIGN_URL)")
                .hasMessageContaining("quarkus.esign.api-key (QUARKUS_ESIGN_API_KEY)")
                .hasMessageContaining("quarkus.esign.username (QUARKUS_ESIGN_USERNAME)")
                .hasMessageContaining("(quarkus.esign.apikey is set; it isn't written like that)")
                .hasMessageContaining("\n  quarkus.esign.return-url (QUARKUS_ESIGN_RETURN_URL): has no http://")
                .message().doesNotContain("QUARKUS_ESIGN_SALT", "SECRET");
    }

    @Test
    void logReportsUnknownKeysAndNoOthers() {
        assertThat(CollectedLogs.entries(Level.WARNING).stream().map(UNKNOWN_KEY::matcher).filter(Matcher::find)
                .map(unknown -> unknown.group(1)))
                .containsExactlyInAnyOrder("quarkus.esign.apikey", "quarkus.esign.api-kee", "quarkus.esign.tokn.source",
                        "quarkus.esign.start.delai", "quarkus.esign.\"brokerage-a\".api-kee",
                        "quarkus.esign.\"brokerage-a\".start.delai");
    }
}
