package dev.esign.service.session;

import static dev.esign.service.Awaiting.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

class KeyLocksTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final KeyLocks locks = new KeyLocks();
    private final List<String> begun = new ArrayList<>();

    @Test
    void workWithSameKeyRunsInOrder() {
        CompletableFuture<String> firstWork = new CompletableFuture<>();
        CompletableFuture<String> first = work("key", "first", LONG, firstWork);
        CompletableFuture<String> second = work("key", "second", LONG, CompletableFuture.completedFuture("2"));
        CompletableFuture<String> third = work("key", "third", LONG, CompletableFuture.completedFuture("3"));
        CompletableFuture<String> other = work("other", "other", LONG, CompletableFuture.completedFuture("other"));

        assertThat(begun).containsExactly("first", "other");
        assertThat(other).isCompletedWithValue("other");

        firstWork.complete("1");
        assertThat(List.of(first.join(), second.join(), third.join())).containsExactly("1", "2", "3");
        assertThat(begun).containsExactly("first", "other", "second", "third");
    }

    @Test
    void nextWorkRunsAfterFailedWork() {
        CompletableFuture<String> failing = work("key", "first", LONG,
                CompletableFuture.failedFuture(new IllegalStateException("broken")));

        assertThat(failing).isCompletedExceptionally();
        assertThat(work("key", "second", LONG, CompletableFuture.completedFuture("2")).join()).isEqualTo("2");
    }

    @Test
    void timedOutWorkKeepsLaterWorkWaiting() {
        CompletableFuture<String> firstWork = new CompletableFuture<>();
        CompletableFuture<String> first = work("key", "first", LONG, firstWork);
        CompletableFuture<String> late = work("key", "late", Duration.ofMillis(1), CompletableFuture.completedFuture("x"));
        CompletableFuture<String> third = work("key", "third", LONG, CompletableFuture.completedFuture("3"));

        assertThat(late).failsWithin(PATIENCE).withThrowableThat().havingCause().withMessage("late");
        assertThat(begun).containsExactly("first");
        assertThat(third).isNotDone();

        firstWork.complete("1");
        assertThat(List.of(first.join(), third.join())).containsExactly("1", "3");
        assertThat(begun).containsExactly("first", "third");
    }

    private CompletableFuture<String> work(String key, String name, Duration patience, CompletableFuture<String> work) {
        return locks.holding(key, patience, () -> {
            begun.add(name);
            return Uni.createFrom().completionStage(work);
        }, () -> new CompletionException("late", null)).subscribeAsCompletionStage();
    }
}
