package dev.esign.service.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/** What each caller asked lately, within a bounded memory. Thread-safe. */
final class CallerTable {

    private final LimitsConfig config;
    private final LongSupplier nanoTime;
    private final Map<UUID, Known> callers = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > config.callers();
        }
    };

    CallerTable(LimitsConfig config, LongSupplier nanoTime) {
        this.config = config;
        this.nanoTime = nanoTime;
    }

    /** Whether the caller may send a request now, which counts then. */
    synchronized Admission admit(UUID caller) {
        long now = nanoTime.getAsLong();
        TokenBucket bucket = entry(caller, now).requests;
        boolean admitted = bucket.take(now);
        return new Admission(admitted, bucket.left(now), bucket.secondsToNext(now));
    }

    /** Whether the caller may begin an upload now, which it has to end then. */
    synchronized boolean beginUpload(UUID caller) {
        Known entry = entry(caller, nanoTime.getAsLong());
        if (entry.uploads >= config.uploads()) {
            return false;
        }
        entry.uploads++;
        return true;
    }

    synchronized void endUpload(UUID caller) {
        Known entry = callers.get(caller);
        // One that was forgotten meanwhile began anew.
        if (entry != null && entry.uploads > 0) {
            entry.uploads--;
        }
    }

    synchronized int size() {
        return callers.size();
    }

    private Known entry(UUID caller, long now) {
        return callers.computeIfAbsent(caller,
                first -> new Known(new TokenBucket(config.burst(), Math.max(1, config.requestsPerMinute()), now)));
    }

    /**
     * What became of a request.
     *
     * @param left how many may follow at once
     * @param secondsToNext after how many seconds there is one more
     */
    record Admission(boolean admitted, int left, long secondsToNext) {
    }

    private static final class Known {

        private final TokenBucket requests;
        private int uploads;

        Known(TokenBucket requests) {
            this.requests = requests;
        }
    }
}
