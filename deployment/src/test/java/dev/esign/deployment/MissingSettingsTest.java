package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.model.NewSession;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** Without settings and without a sandbox, the first call lists all that is missing or can't be right. */
class MissingSettingsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.devservices.enabled", "false")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.apikey", "SECRET-key")
            .overrideConfigKey("quarkus.esign.return-url", "www.example.com/SECRET");

    @Inject
    SigningSessions sessions;

    @Test
    void areListedTogether() {
        assertThatThrownBy(() -> sessions.create(NewSession.titled("T").build()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.esign.url (QUARKUS_ESIGN_URL)")
                .hasMessageContaining("quarkus.esign.api-key (QUARKUS_ESIGN_API_KEY)")
                .hasMessageContaining("quarkus.esign.username (QUARKUS_ESIGN_USERNAME)")
                .hasMessageContaining("(quarkus.esign.apikey is set; it isn't written like that)")
                .hasMessageContaining("\n  quarkus.esign.return-url (QUARKUS_ESIGN_RETURN_URL): has no http://")
                .message().doesNotContain("QUARKUS_ESIGN_SALT", "SECRET");
    }
}
