package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.Delay;
import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import io.quarkus.test.QuarkusUnitTest;

/** Annotations that could not mean anything end the build, which names each of them. */
class RejectedAnnotationsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Office.class, Aimless.class))
            .assertException(failure -> assertThat(failure)
                    .hasStackTraceContaining("@EsignAccount(\"token\")")
                    .hasStackTraceContaining(Office.class.getName() + "#sessions")
                    .hasStackTraceContaining("Aimless#wait")
                    .hasStackTraceContaining("give it exactly one"));

    @Test
    void buildFailsForReservedAccountNamesAndDelaysWithoutSession() {
        fail("the application was built");
    }

    /** No account can have this name, which is that of a group of settings. */
    @Singleton
    static class Office {

        @Inject
        @EsignAccount("token")
        SigningSessions sessions;
    }

    /** There is no session to wait for. */
    @ApplicationScoped
    static class Aimless {

        @Delay
        void wait(String whatFor) {
        }
    }
}
