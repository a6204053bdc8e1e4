package dev.esign.runtime;

import java.time.Duration;

import jakarta.inject.Singleton;

import dev.esign.event.StartDelayed;
import dev.esign.model.SessionId;
import io.smallrye.mutiny.Uni;

/** Waits until eSign is likely to have processed the anchor tags of a session that an account lately gave documents. */
@Singleton
class StartDelay {

    private final RecentUploads uploads;
    private final Pause pause;
    private final SigningEvents events;

    StartDelay(RecentUploads uploads, Pause pause, SigningEvents events) {
        this.uploads = uploads;
        this.pause = pause;
        this.events = events;
    }

    /** Blocks the caller for what is left of the delay. */
    void blocking(SessionId sessionId, Duration delay) {
        pause.blocking(announced(sessionId, delay));
    }

    /** Completes after what is left of the delay, without a thread. */
    Uni<Void> reactive(SessionId sessionId, Duration delay) {
        return Uni.createFrom().deferred(() -> pause.reactive(announced(sessionId, delay)));
    }

    private Duration announced(SessionId sessionId, Duration delay) {
        Duration wait = uploads.remaining(sessionId, delay);
        if (!wait.isZero()) {
            events.fire(account -> new StartDelayed(account, sessionId, wait));
        }
        return wait;
    }
}
