package dev.esign.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
class MutableClock extends Clock {

    /** Some afternoon, three weeks before the date in the wire samples. */
    static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

    private volatile Instant now = NOW;

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
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
