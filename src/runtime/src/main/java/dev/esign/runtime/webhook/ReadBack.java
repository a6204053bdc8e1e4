package dev.esign.runtime.webhook;

import java.time.Duration;

import dev.esign.NotFoundException;
import dev.esign.ReactiveSigningSessions;
import io.smallrye.mutiny.Uni;

/** Asks eSign whether a message can be true (GetSession). */
final class ReadBack {

    private final ReactiveSigningSessions sessions;
    private final Duration delay;

    ReadBack(ReactiveSigningSessions sessions, Duration delay) {
        this.sessions = sessions;
        this.delay = delay;
    }

    /** Reads the session, and once more after a while if it contradicts: what is read may lag behind what is told. */
    Uni<Plausibility> check(WebhookMessage message) {
        return read(message).flatMap(first -> first != Plausibility.CONTRADICTED ? Uni.createFrom().item(first)
                : Uni.createFrom().voidItem().onItem().delayIt().by(delay).flatMap(waited -> read(message)));
    }

    private Uni<Plausibility> read(WebhookMessage message) {
        return sessions.get(message.sessionId()).map(session -> Plausibility.of(message, session))
                .onFailure(NotFoundException.class).recoverWithItem(() -> Plausibility.withoutSession(message));
    }
}
