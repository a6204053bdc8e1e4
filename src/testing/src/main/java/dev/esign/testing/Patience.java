package dev.esign.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * How long an assertion may take to become true.
 *
 * @param timeout zero for once and for all
 */
record Patience(Duration timeout) {

    static final Patience NONE = new Patience(Duration.ZERO);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    Patience {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative, was " + timeout);
        }
    }

    /** Tries until it succeeds or the time is over; then the last failure is thrown. */
    <T> T with(Supplier<T> assertion) {
        long start = System.nanoTime();
        while (true) {
            boolean last = System.nanoTime() - start >= timeout.toNanos() || Thread.currentThread().isInterrupted();
            try {
                return assertion.get();
            } catch (AssertionError failure) {
                if (last) {
                    throw failure;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
