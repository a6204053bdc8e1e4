package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.Delay;
import io.quarkus.test.QuarkusUnitTest;

/** A {@code @Delay} that couldn't know its session is refused when the application is built. */
class DelayWithoutSessionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Aimless.class))
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("Aimless#wait")
                    .hasStackTraceContaining("give it exactly one"));

    @Test
    void isRefused() {
        fail("the application must not have been built");
    }

    @ApplicationScoped
    static class Aimless {

        @Delay
        void wait(String whatFor) {
        }
    }
}
