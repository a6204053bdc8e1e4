package dev.esign.runtime;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import dev.esign.event.StartDelayed;
import dev.esign.model.SessionId;
import dev.esign.runtime.observe.CallObservers;
import dev.esign.runtime.observe.ObservedStart;
import io.smallrye.mutiny.Uni;

/**
 * Waits until eSign is likely to have processed the anchor tags of a session that an account lately gave documents, then lets
 * it be started. Observers see both as one start.
 */
@Singleton
class DelayedStarts {

    /** Starts a session on the caller's thread, and may fail with {@code E}. */
    interface Start<T, E extends Exception> {

        T start() throws E;
    }

    private final RecentUploads uploads;
    private final Pause pause;
    private final SigningEvents events;
    private final CallObservers observers;

    DelayedStarts(RecentUploads uploads, Pause pause, SigningEvents events, CallObservers observers) {
        this.uploads = uploads;
        this.pause = pause;
        this.events = events;
        this.observers = observers;
    }

    /** Blocks the caller for what is left of the delay, and while it starts the session. */
    <T, E extends Exception> T blocking(SessionId sessionId, Duration delay, Start<T, E> start) throws E {
        Threads.requireBlocking();
        ObservedStart observed = observers.beginStart(events.account(), sessionId);
        try {
            pause.blocking(announced(observed, delay));
            T result = start.start();
            observers.endStart(observed, null);
            return result;
        } catch (Throwable failure) {
            observers.endStart(observed, failure);
            throw failure;
        }
    }

    /** Starts the session after what is left of the delay, without a thread. */
    <T> Uni<T> reactive(SessionId sessionId, Duration delay, Supplier<Uni<T>> start) {
        return Uni.createFrom().deferred(() -> {
            ObservedStart observed = observers.beginStart(events.account(), sessionId);
            return Uni.createFrom().deferred(() -> pause.reactive(announced(observed, delay))).flatMap(waited -> start.get())
                    .onItemOrFailure().invoke((item, failure) -> observers.endStart(observed, failure))
                    .onCancellation().invoke(() -> observers.endStart(observed, new CancellationException()));
        });
    }

    private Duration announced(ObservedStart start, Duration delay) {
        Duration wait = uploads.remaining(start.sessionId(), delay);
        start.delayed(wait);
        if (!wait.isZero()) {
            events.fire(account -> new StartDelayed(account, start.sessionId(), wait));
        }
        return wait;
    }
}
