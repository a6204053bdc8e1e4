package dev.esign.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads or processes do. */
public final class Awaiting {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMillis(20);

    private Awaiting() {
    }

    public static void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                assertThat(System.nanoTime()).as(what).isLessThan(end);
                Thread.sleep(STEP.toMillis());
            }
        } catch (Exception failure) {
            throw new AssertionError(what, failure);
        }
    }
}
