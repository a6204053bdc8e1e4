package dev.esign.service;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads or processes do. */
public final class Awaiting {

    /** A busy machine can stop for a while; only what never happens takes this long. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration STEP = Duration.ofMillis(20);

    private Awaiting() {
    }

    /**
     * Waits until a condition holds.
     *
     * @param what the condition in words, for the failure
     * @param condition is checked again and again
     */
    public static void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("still not: " + what);
                }
                Thread.sleep(STEP.toMillis());
            }
        } catch (Exception failure) {
            throw new AssertionError(what, failure);
        }
    }
}
