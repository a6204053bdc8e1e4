package dev.esign.runtime;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import jakarta.inject.Singleton;

import dev.esign.model.SessionId;

/**
 * Which sessions this application has lately given documents with anchor tags, and when: eSign is still at work on those. An
 * entry is forgotten after some minutes, when eSign is done or never will be. Thread-safe.
 */
@Singleton
class RecentUploads {

    private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();

    private final LongSupplier nanoTime;
    /** The oldest upload first. */
    private final Map<SessionId, Long> uploads = new LinkedHashMap<>();

    RecentUploads() {
        this(System::nanoTime);
    }

    RecentUploads(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes that documents with anchor tags have just arrived. */
    synchronized void add(SessionId sessionId) {
        long now = nanoTime.getAsLong();
        uploads.remove(sessionId);
        uploads.put(sessionId, now);
        for (Iterator<Long> oldest = uploads.values().iterator(); now - oldest.next() > REMEMBERED_NANOS;) {
            oldest.remove();
        }
    }

    /** What is left of the given time since the last upload; zero when there was none that counts. */
    synchronized Duration remaining(SessionId sessionId, Duration settling) {
        Long upload = uploads.get(sessionId);
        if (upload == null) {
            return Duration.ZERO;
        }
        Duration left = settling.minusNanos(nanoTime.getAsLong() - upload);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether this application has given the session documents with anchor tags lately. */
    synchronized boolean contains(SessionId sessionId) {
        return uploads.containsKey(sessionId);
    }

    /** Forgets a session that was started. */
    synchronized void remove(SessionId sessionId) {
        uploads.remove(sessionId);
    }
}
