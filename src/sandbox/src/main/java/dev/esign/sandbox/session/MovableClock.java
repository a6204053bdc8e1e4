package dev.esign.sandbox.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs like another one, some time ahead of it. Thread-safe. */
public final class MovableClock extends Clock {

    private final Clock base;
    private volatile Duration lead;

    /**
     * Begins.
     *
     * @param lead how far ahead of the other clock
     */
    public MovableClock(Clock base, Duration lead) {
        this.base = base;
        this.lead = lead;
    }

    /** Makes it the given time now, unless it is later already. */
    public synchronized void forwardTo(Instant instant) {
        if (instant.isAfter(instant())) {
            lead = Duration.between(base.instant(), instant);
        }
    }

    /** How far this clock is ahead of the other one. */
    public Duration lead() {
        return lead;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(lead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the sandbox knows UTC only");
    }
}
