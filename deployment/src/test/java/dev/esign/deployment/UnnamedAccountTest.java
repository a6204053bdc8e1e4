package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import io.quarkus.test.QuarkusUnitTest;

/** A name that no account can have ends the build. */
class UnnamedAccountTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Office.class))
            .assertException(failure -> assertThat(failure).isInstanceOf(DefinitionException.class)
                    .hasMessageContaining("@EsignAccount(\"token\")")
                    .hasMessageContaining(Office.class.getName() + "#sessions"));

    @Test
    void isRefused() {
        Assertions.fail("the application was built");
    }

    @Singleton
    static class Office {

        @Inject
        @EsignAccount("token")
        SigningSessions sessions;
    }
}
