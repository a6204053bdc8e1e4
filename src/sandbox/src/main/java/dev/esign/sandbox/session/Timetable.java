package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/** Knows when the clock changes which session next, and lets it happen in the order of time. Thread-safe. */
final class Timetable {

    private record Entry(Instant due, String sessionId) {
    }

    private final TreeSet<Entry> entries = new TreeSet<>(
            Comparator.comparing(Entry::due).thenComparing(Entry::sessionId));
    private final Map<String, Entry> bySession = new HashMap<>();
    private final ReentrantLock running = new ReentrantLock();
    private final BiConsumer<String, Instant> action;
    private volatile Instant next = Instant.MAX;

    /**
     * Begins empty.
     *
     * @param action lets happen to the session with an id what is due at an instant
     */
    Timetable(BiConsumer<String, Instant> action) {
        this.action = action;
    }

    /** Replaces what was said about a session before. */
    void put(String sessionId, Optional<Instant> due) {
        synchronized (entries) {
            Entry before = bySession.remove(sessionId);
            if (before != null) {
                entries.remove(before);
            }
            due.ifPresent(instant -> {
                Entry entry = new Entry(instant, sessionId);
                bySession.put(sessionId, entry);
                entries.add(entry);
            });
            next = entries.isEmpty() ? Instant.MAX : entries.first().due();
        }
    }

    /** When something is due next; {@link Instant#MAX} for never. */
    Instant next() {
        return next;
    }

    /** Lets happen all that is due up to an instant; waits if that is going on already. */
    void run(Instant until) {
        running.lock();
        try {
            runInOrder(until);
        } finally {
            running.unlock();
        }
    }

    /** As {@link #run}, but doesn't wait: for callers who may hold a session that the other one waits for. */
    void runUnlessRunning(Instant until) {
        if (!next.isAfter(until) && !running.isHeldByCurrentThread() && running.tryLock()) {
            try {
                runInOrder(until);
            } finally {
                running.unlock();
            }
        }
    }

    private void runInOrder(Instant until) {
        for (Optional<Entry> entry = take(until); entry.isPresent(); entry = take(until)) {
            try {
                action.accept(entry.get().sessionId(), entry.get().due());
            } catch (RuntimeException | Error e) {
                // It hasn't happened, so it is still due.
                put(entry.get().sessionId(), entry.map(Entry::due));
                throw e;
            }
        }
    }

    private Optional<Entry> take(Instant until) {
        synchronized (entries) {
            if (entries.isEmpty() || entries.first().due().isAfter(until)) {
                return Optional.empty();
            }
            Entry first = entries.pollFirst();
            bySession.remove(first.sessionId());
            next = entries.isEmpty() ? Instant.MAX : entries.first().due();
            return Optional.of(first);
        }
    }
}
