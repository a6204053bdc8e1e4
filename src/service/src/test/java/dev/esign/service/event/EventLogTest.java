package dev.esign.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class EventLogTest {

    private final AtomicLong now = new AtomicLong();
    private final EventLog log = new EventLog(3, Duration.ofSeconds(10), 100, now::get);

    @Test
    void takesEachEventOnce() {
        assertThat(log.add(event("a"), "{}")).isTrue();
        assertThat(log.add(event("a"), "{}")).isFalse();
        assertThat(held(0)).containsExactly("a");
    }

    @Test
    void holdsSoManyEvents() {
        Stream.of("a", "b", "c", "d").forEach(id -> log.add(event(id), "{}"));

        assertThat(held(0)).containsExactly("b", "c", "d");
        assertThat(log.positionOf("a")).isEmpty();
        assertThat(log.positionOf("b")).hasValue(2);
        assertThat(log.holdsAllAfter(1)).isTrue();
        assertThat(log.holdsAllAfter(0)).isFalse();
    }

    @Test
    void holdsThemForSoLong() {
        log.add(event("a"), "{}");
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        log.add(event("b"), "{}");
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        log.trim();

        assertThat(held(0)).containsExactly("b");
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        log.trim();
        assertThat(held(0)).isEmpty();
        assertThat(log.holdsAllAfter(1)).isFalse();
        assertThat(log.holdsAllAfter(2)).isTrue();
    }

    @Test
    void holdsNoMoreThanSoManyBytes() {
        log.add(event("a"), "x".repeat(60));
        log.add(event("b"), "x".repeat(60));

        assertThat(held(0)).containsExactly("b");
        log.add(event("c"), "x".repeat(40));
        assertThat(held(0)).containsExactly("b", "c");
    }

    @Test
    void goesBackByTime() {
        log.add(event("a"), "{}");
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        log.add(event("b"), "{}");
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        log.add(event("c"), "{}");

        assertThat(held(log.before(3, Duration.ofSeconds(2)))).containsExactly("b", "c");
        assertThat(held(log.before(3, Duration.ofSeconds(9)))).containsExactly("a", "b", "c");
    }

    @Test
    void idsAreInTheOrderOfTimeEvenWithinAMillisecond() {
        EventIds ids = new EventIds(Clock.fixed(Instant.ofEpochMilli(0x0197a2b45c6dL), ZoneOffset.UTC));
        List<String> made = Stream.generate(ids::next).limit(10_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates().first().asString().startsWith("0197a2b4-5c6d-7");
        assertThat(UUID.fromString(made.get(9_999)).version()).isEqualTo(7);
        assertThat(UUID.fromString(made.get(9_999)).variant()).isEqualTo(2);
        String later = new EventIds(Clock.fixed(Instant.ofEpochMilli(0x0197a2b45c7fL), ZoneOffset.UTC)).next();
        assertThat(later).isGreaterThan(made.get(9_999));
    }

    private List<String> held(long after) {
        return Stream.iterate(log.after(after), next -> next.isPresent(), next -> log.after(next.get().position()))
                .map(next -> next.get().event().id()).toList();
    }

    private static ServiceEvent event(String id) {
        return new ServiceEvent(id, EventType.SESSION_UPDATED, Instant.EPOCH, null, "session", null, null, null, null, null,
                null, null, null, null);
    }
}
