package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.model.NewSession;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** Without settings and without a sandbox, the first call lists all that is missing. */
class MissingSettingsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.devservices.enabled", "false")
            .overrideConfigKey("quarkus.esign.salt", "salt");

    @Inject
    SigningSessions sessions;

    @Test
    void areListedTogether() {
        assertThatThrownBy(() -> sessions.create(NewSession.titled("T").build())).satisfies(Throwable::printStackTrace)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.esign.url (QUARKUS_ESIGN_URL)")
                .hasMessageContaining("quarkus.esign.api-key (QUARKUS_ESIGN_API_KEY)")
                .hasMessageContaining("quarkus.esign.username (QUARKUS_ESIGN_USERNAME)")
                .message().doesNotContain("QUARKUS_ESIGN_SALT");
    }
}
