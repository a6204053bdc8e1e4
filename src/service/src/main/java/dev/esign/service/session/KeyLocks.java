package dev.esign.service.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** Lets work that has the same key be done one after the other, in this process. Nothing blocks. Thread-safe. */
final class KeyLocks {

    /** The end of the last work of each key. */
    private final ConcurrentMap<String, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    /**
     * Does the work when it is its turn.
     *
     * @param wait how long to wait for the turn
     * @param late the failure when that is too long; the work isn't done then
     */
    <T> Uni<T> holding(String key, Duration wait, Supplier<Uni<T>> work, Supplier<Throwable> late) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<Void> end = new CompletableFuture<>();
            CompletableFuture<Void> before = ends.put(key, end);
            Uni<Void> turn = before == null ? Uni.createFrom().voidItem()
                    // A copy, since cancelling the wait cancels what is waited for.
                    : Uni.createFrom().completionStage(before.copy()).ifNoItem().after(wait).failWith(late);
            return turn.flatMap(now -> work.get()).onTermination().invoke(() -> {
                if (before == null) {
                    end(key, end);
                } else {
                    // Who gave up waiting still stands between those before and behind.
                    before.thenRun(() -> end(key, end));
                }
            });
        });
    }

    private void end(String key, CompletableFuture<Void> end) {
        ends.remove(key, end);
        end.complete(null);
    }
}
