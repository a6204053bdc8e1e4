package dev.esign.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import dev.esign.sandbox.session.TimeMachine;

/**
 * The clock of a sandbox: runs like the clock that the sandbox was started with, and can be moved forward. What becomes due
 * on the way (expiry, reminders, the archive, purges) happens at its own time and in its order before the move returns.
 * Thread-safe.
 */
public final class SandboxClock {

    private final TimeMachine time;

    SandboxClock(TimeMachine time) {
        this.time = time;
    }

    /**
     * Tells the time in the sandbox.
     *
     * @return the present instant there
     */
    public Instant now() {
        return time.now();
    }

    /**
     * Moves the clock forward.
     *
     * @param duration how far, such as {@code Duration.ofDays(31)}
     * @throws IllegalArgumentException if it is negative or leads beyond the year 9998
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must not be negative, was " + duration);
        }
        Instant target;
        try {
            target = time.now().plus(duration);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("the clock ends with the year 9998: give a shorter duration", e);
        }
        time.forwardTo(target);
    }

    /**
     * Moves the clock forward to an instant; from there it runs on.
     *
     * @param instant the new present
     * @throws IllegalArgumentException if it lies in the sandbox's past or beyond the year 9998
     */
    public void set(Instant instant) {
        time.forwardTo(instant);
    }
}
