package dev.esign.service.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.esign.service.limit.CallerTable.Admission;

class CallerTableTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID ALAN = new UUID(0, 2);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final CallerTable callers = new CallerTable(new Limits(60, 3, 2, 100), now::get);

    @Test
    void allowsABurstAndThenTheRate() {
        assertThat(callers.admit(ADA)).isEqualTo(new Admission(true, 2, 1));
        assertThat(callers.admit(ADA)).isEqualTo(new Admission(true, 1, 1));
        assertThat(callers.admit(ADA)).isEqualTo(new Admission(true, 0, 1));
        assertThat(callers.admit(ADA)).isEqualTo(new Admission(false, 0, 1));

        pass(Duration.ofMillis(999));
        assertThat(callers.admit(ADA).admitted()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(callers.admit(ADA).admitted()).isTrue();
        assertThat(callers.admit(ADA).admitted()).isFalse();
    }

    @Test
    void savesUpNoMoreThanABurst() {
        callers.admit(ADA);
        pass(Duration.ofDays(1));

        assertThat(callers.admit(ADA).left()).isEqualTo(2);
    }

    @Test
    void tellsHowLongToWait() {
        CallerTable slow = new CallerTable(new Limits(4, 1, 1, 100), now::get);
        slow.admit(ADA);
        pass(Duration.ofMillis(4_500));

        assertThat(slow.admit(ADA)).isEqualTo(new Admission(false, 0, 11));
    }

    @Test
    void countsEachCallerByItself() {
        for (int i = 0; i < 4; i++) {
            callers.admit(ADA);
        }
        assertThat(callers.admit(ALAN).admitted()).isTrue();
    }

    @Test
    void allowsSoManyUploadsAtTheSameTime() {
        assertThat(callers.beginUpload(ADA)).isTrue();
        assertThat(callers.beginUpload(ADA)).isTrue();
        assertThat(callers.beginUpload(ADA)).isFalse();
        assertThat(callers.beginUpload(ALAN)).isTrue();

        callers.endUpload(ADA);
        assertThat(callers.beginUpload(ADA)).isTrue();
    }

    @Test
    void forgetsWhoWasQuietForLongestWhenThereAreTooMany() {
        for (int i = 0; i < 3; i++) {
            callers.admit(ADA);
        }
        for (int i = 0; i < 99; i++) {
            callers.admit(new UUID(1, i));
        }
        assertThat(callers.admit(ADA).admitted()).isFalse();
        callers.admit(new UUID(2, 1));
        callers.admit(new UUID(2, 2));
        assertThat(callers.size()).isEqualTo(100);
        assertThat(callers.admit(ADA).admitted()).isFalse();
        assertThat(callers.admit(new UUID(1, 0)).left()).isEqualTo(2);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private record Limits(int requestsPerMinute, int burst, int uploads, int callers) implements LimitsConfig {

        @Override
        public Duration uploadIdle() {
            return Duration.ZERO;
        }

        @Override
        public Duration uploadTime() {
            return Duration.ZERO;
        }
    }
}
