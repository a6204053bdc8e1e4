package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.esign.model.SessionId;

/** What is left of the delay, by a clock of the test's own. */
class RecentUploadsTest {

    private static final SessionId A = SessionId.of("a");
    private static final SessionId B = SessionId.of("b");
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RecentUploads uploads = new RecentUploads(nanos::get);

    @Test
    void theDelayRunsFromTheLastUpload() {
        uploads.add(A);
        pass(Duration.ofMillis(500));
        assertThat(uploads.remaining(A, SETTLING)).isEqualTo(Duration.ofMillis(1500));
        uploads.add(A);
        assertThat(uploads.remaining(A, SETTLING)).isEqualTo(SETTLING);
        pass(Duration.ofSeconds(3));
        assertThat(uploads.remaining(A, SETTLING)).isEqualTo(Duration.ZERO);
    }

    @Test
    void anUnknownSessionDoesNotWait() {
        assertThat(uploads.remaining(A, SETTLING)).isEqualTo(Duration.ZERO);
        assertThat(uploads.contains(A)).isFalse();
    }

    @Test
    void uploadsAreForgotten() {
        uploads.add(A);
        pass(Duration.ofMinutes(6));
        uploads.add(B);
        assertThat(uploads.contains(A)).isTrue();
        pass(Duration.ofMinutes(6));
        uploads.add(B);
        assertThat(uploads.contains(A)).isFalse();
        assertThat(uploads.contains(B)).isTrue();
        uploads.remove(B);
        assertThat(uploads.contains(B)).isFalse();
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
