package dev.esign.service.event;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Makes UUIDs of version 7 (RFC 9562): unique anywhere, in the order of time, and strictly so within a process. Thread-safe.
 */
@Singleton
class EventIds {

    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 7L << COUNTER_BITS;
    private static final long VARIANT = 0b10L << 62;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** Milliseconds, and a counter within them. */
    private long last;

    @Inject
    EventIds() {
        this(Clock.systemUTC());
    }

    EventIds(Clock clock) {
        this.clock = clock;
    }

    String next() {
        long moment = moment();
        long high = moment >>> COUNTER_BITS << 16 | VERSION | moment & (1L << COUNTER_BITS) - 1;
        return new UUID(high, VARIANT | random.nextLong() >>> 2).toString();
    }

    /** A counter that runs over borrows from the next millisecond, and a clock that is set back doesn't count. */
    private synchronized long moment() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        return last;
    }
}
