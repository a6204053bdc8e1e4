package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.model.NewSession;
import io.quarkus.test.QuarkusUnitTest;

/** Nobody listens at the address: nothing can have happened, so a create fails plainly. */
class UnreachableTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.url", "http://127.0.0.1:1")
            .overrideConfigKey("quarkus.esign.api-key", "SECRET-key")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com");

    @Inject
    SigningSessions sessions;

    @Test
    void aCreateIsUnavailable() {
        assertThatThrownBy(() -> sessions.create(NewSession.titled("T").build())).isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no connection").hasMessageContaining("check quarkus.esign.url").message()
                .doesNotContain("SECRET");
    }
}
