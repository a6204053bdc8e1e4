package dev.esign.runtime;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * Carries a cancellation around fault tolerance, which turns a {@link Uni} into a future and forgets who wanted it: without
 * this, a call that nobody waits for any more would go on. For one call.
 */
final class Cancellation {

    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    /** Cancels what is, or will be, subscribed to. */
    void cancel() {
        cancelled.complete(null);
    }

    /** The same, but ending when {@link #cancel} is called. */
    <T> Uni<T> ends(Uni<T> call) {
        return Uni.createFrom().emitter(emitter -> {
            Cancellable subscription = call.subscribe().with(emitter::complete, emitter::fail);
            cancelled.thenRun(() -> {
                subscription.cancel();
                emitter.fail(new CancellationException("nobody waits for this call any more"));
            });
        });
    }
}
