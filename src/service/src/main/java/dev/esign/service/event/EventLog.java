package dev.esign.service.event;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/**
 * The latest events in the order in which they came here, bounded by number, age and size. Readers keep a position of their
 * own, so that any number of them costs no more memory. Thread-safe; reading never waits.
 */
final class EventLog {

    /** An event, and where it stands. Its JSON is written once for all readers. */
    record Entry(long position, ServiceEvent event, String json, long cameAt) {
    }

    private final int maxEvents;
    private final long maxAge;
    private final long maxSize;
    private final LongSupplier nanoTime;
    private final ConcurrentNavigableMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private long size;
    private volatile long last;

    EventLog(int maxEvents, Duration maxAge, long maxSize, LongSupplier nanoTime) {
        this.maxEvents = maxEvents;
        this.maxAge = maxAge.toNanos();
        this.maxSize = maxSize;
        this.nanoTime = nanoTime;
    }

    /** Adds an event; returns false when it is there already. */
    synchronized boolean add(ServiceEvent event, String json) {
        long position = last + 1;
        if (positions.putIfAbsent(event.id(), position) != null) {
            return false;
        }
        entries.put(position, new Entry(position, event, json, nanoTime.getAsLong()));
        size += json.length();
        last = position;
        trim();
        return true;
    }

    /** Drops what is too old, or too much. */
    synchronized void trim() {
        long now = nanoTime.getAsLong();
        for (Map.Entry<Long, Entry> first = entries.firstEntry(); first != null
                && (positions.size() > maxEvents || size > maxSize || now - first.getValue().cameAt() > maxAge); first = entries
                        .firstEntry()) {
            entries.remove(first.getKey());
            positions.remove(first.getValue().event().id());
            size -= first.getValue().json().length();
        }
    }

    /** Where the latest event stands; 0 before the first. */
    long last() {
        return last;
    }

    /** The first event behind a position. */
    Optional<Entry> after(long position) {
        return Optional.ofNullable(entries.higherEntry(position)).map(Map.Entry::getValue);
    }

    /** Whether nothing behind the position was dropped. */
    boolean holdsAllAfter(long position) {
        Map.Entry<Long, Entry> next = entries.higherEntry(position);
        return (next == null ? last : next.getKey() - 1) <= position;
    }

    OptionalLong positionOf(String id) {
        Long position = positions.get(id);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** The position before everything that came up to {@code span} earlier than the event at this position. */
    long before(long position, Duration span) {
        Entry from = entries.get(position);
        long start = position;
        for (Entry earlier = from; from != null && earlier != null
                && from.cameAt() - earlier.cameAt() <= span.toNanos(); earlier = entries.get(start)) {
            start--;
        }
        return start;
    }

    /** The id of the latest event. */
    Optional<String> lastId() {
        return Optional.ofNullable(entries.lastEntry()).map(entry -> entry.getValue().event().id());
    }
}
