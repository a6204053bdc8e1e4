package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.model.NewSession;
import io.quarkus.test.QuarkusUnitTest;

/** Without a connection nothing can have happened, so that a create fails plainly. */
class NoConnectionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(FullServer.class))
            .overrideConfigKey("quarkus.esign.url", FullServer.url())
            // The connection fails first; by default, it would have ten seconds.
            .overrideConfigKey("quarkus.esign.connect-timeout", "300MS")
            .overrideConfigKey("quarkus.esign.timeout", "9S")
            .overrideConfigKey("quarkus.esign.api-key", "SECRET-key")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.nobody.url", "http://127.0.0.1:1")
            .overrideConfigKey("quarkus.esign.nobody.api-key", "SECRET-key")
            .overrideConfigKey("quarkus.esign.nobody.salt", "salt")
            .overrideConfigKey("quarkus.esign.nobody.username", "owner@example.com");

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("nobody")
    SigningSessions toNobody;

    @Test
    void createFailsWhenTheServerAcceptsNoConnection() {
        assertThatThrownBy(() -> sessions.create(NewSession.titled("T").build())).isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no connection").hasMessageContaining("check quarkus.esign.url").message()
                .doesNotContain("SECRET");
    }

    @Test
    void createFailsWhenNobodyListens() {
        assertThatThrownBy(() -> toNobody.create(NewSession.titled("T").build())).isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no connection").hasMessageContaining("check quarkus.esign.\"nobody\".url").message()
                .doesNotContain("SECRET");
    }
}
