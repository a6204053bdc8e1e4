package dev.esign.service.limit;

/** Allows so many requests at once, and so many per minute in the long run. Not thread-safe. */
final class TokenBucket {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int capacity;
    private final long nanosPerToken;
    private long filledUntil;

    /**
     * A full one.
     *
     * @param capacity how many at once
     * @param perMinute how many per minute
     * @param now the present, in nanoseconds of any clock
     */
    TokenBucket(int capacity, int perMinute, long now) {
        this.capacity = capacity;
        this.nanosPerToken = 60 * NANOS_PER_SECOND / perMinute;
        this.filledUntil = now - capacity * nanosPerToken;
    }

    /** Takes a token, if there is one. */
    boolean take(long now) {
        // A clock of its own runs behind the present by what is left in the bucket: never by more than a full one.
        if (now - filledUntil > capacity * nanosPerToken) {
            filledUntil = now - capacity * nanosPerToken;
        }
        if (left(now) == 0) {
            return false;
        }
        filledUntil += nanosPerToken;
        return true;
    }

    int left(long now) {
        return (int) Math.min(capacity, (now - filledUntil) / nanosPerToken);
    }

    /** In how many seconds there is another token at the latest. */
    long secondsToNext(long now) {
        long missing = filledUntil + nanosPerToken - now;
        return Math.max(1, (missing + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
    }
}
