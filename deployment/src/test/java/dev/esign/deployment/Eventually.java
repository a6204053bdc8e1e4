package dev.esign.deployment;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what has to happen sooner or later, however slow and busy the machine is. */
final class Eventually {

    private Eventually() {
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(5));
    }
}
