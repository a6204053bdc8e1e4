package dev.esign.runtime;

import java.time.Duration;
import java.util.concurrent.CancellationException;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Lets time pass. Public, so that a test can put a bean in its place that decides itself when it has passed. */
@Singleton
public class Pause {

    /**
     * Blocks the caller, which must not be an event loop.
     *
     * @param duration the time
     */
    public void blocking(Duration duration) {
        Threads.requireBlocking();
        if (duration.isZero()) {
            return;
        }
        try {
            Thread.sleep(duration.toMillis() + 1); // never a moment too early
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for eSign to process anchor tags");
        }
    }

    /**
     * Completes after the time, without a thread.
     *
     * @param duration the time
     * @return what completes
     */
    public Uni<Void> reactive(Duration duration) {
        Uni<Void> now = Uni.createFrom().voidItem();
        return duration.isZero() ? now
                : now.onItem().delayIt().onExecutor(Infrastructure.getDefaultWorkerPool()).by(duration.plusMillis(1));
    }
}
