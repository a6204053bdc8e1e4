package dev.esign.sandbox.session;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Moves a sandbox's time forward: what is due on the way happens at its time and in its order. Thread-safe. */
public final class TimeMachine {

    /** The last year a .NET DateTime has. */
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final MovableClock clock;
    private final Sessions sessions;
    private final Consumer<Duration> keeper;

    /**
     * Begins.
     *
     * @param keeper keeps how far the clock is ahead
     */
    public TimeMachine(MovableClock clock, Sessions sessions, Consumer<Duration> keeper) {
        this.clock = clock;
        this.sessions = sessions;
        this.keeper = keeper;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Goes to a later moment.
     *
     * @throws IllegalArgumentException if it lies in the past, or beyond the year 9998
     */
    public synchronized void forwardTo(Instant target) {
        if (target.isBefore(clock.instant())) {
            throw new IllegalArgumentException("time does not go back: give an instant that is not before the clock's");
        }
        if (!target.isBefore(LAST)) {
            throw new IllegalArgumentException("the clock ends with the year 9998: give an earlier instant");
        }
        for (Instant next = sessions.nextDue(); !next.isAfter(target); next = sessions.nextDue()) {
            clock.forwardTo(next);
            sessions.passTime(next);
        }
        clock.forwardTo(target);
        keeper.accept(clock.lead());
    }
}
