package dev.esign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Changes changes = new Changes();

    @Test
    void answersAtOnceWhenSomethingHasChanged() {
        long seen = changes.version();
        changes.happened();

        assertThat(changes.await(seen, LONG)).isEqualTo(seen + 1);
    }

    @Test
    void answersWhenTheTimeIsOver() {
        assertThat(changes.await(changes.version(), Duration.ofMillis(20))).isEqualTo(changes.version());
    }

    @Test
    void answersAtOnceWhenTheSandboxCloses() {
        Thread.currentThread().interrupt();

        assertThat(changes.await(changes.version(), LONG)).isEqualTo(changes.version());
        assertThat(Thread.interrupted()).as("whoever called hears of it").isTrue();
    }

    @Test
    void letsOnlySoManyWait() throws InterruptedException {
        List<Thread> waiting = new ArrayList<>();
        CountDownLatch left = new CountDownLatch(64);
        for (int i = 0; i < 64; i++) {
            Thread thread = new Thread(() -> {
                changes.await(changes.version(), LONG);
                left.countDown();
            });
            thread.start();
            waiting.add(thread);
        }
        for (Thread thread : waiting) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }

        assertThat(changes.await(changes.version(), LONG)).as("the one too many").isEqualTo(changes.version());
        changes.happened();
        left.await();
    }
}
