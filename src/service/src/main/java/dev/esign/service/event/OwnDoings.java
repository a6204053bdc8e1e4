package dev.esign.service.event;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.esign.EsignAccount;
import dev.esign.event.SessionCreated;
import dev.esign.event.SessionStarted;
import dev.esign.event.SessionUpdated;
import dev.esign.event.SigningEvent;
import dev.esign.model.SessionId;

/** What the service itself did. Whoever had it done may be waiting, on an event loop, so nothing here blocks. */
@Singleton
class OwnDoings {

    private final EventIds ids;
    private final Events events;

    OwnDoings(EventIds ids, Events events) {
        this.ids = ids;
        this.events = events;
    }

    void created(@Observes SessionCreated created) {
        done(EventType.SESSION_CREATED, created, created.sessionId(), created.transactionId());
    }

    void updated(@Observes SessionUpdated updated) {
        done(EventType.SESSION_UPDATED, updated, updated.sessionId(), null);
    }

    void started(@Observes SessionStarted started) {
        done(EventType.SESSION_STARTED, started, started.sessionId(), null);
    }

    private void done(EventType type, SigningEvent done, SessionId sessionId, String transactionId) {
        events.tell(new ServiceEvent(ids.next(), type, Instant.now(),
                Optional.of(done.account()).filter(name -> !name.equals(EsignAccount.DEFAULT)).orElse(null),
                sessionId.value(), transactionId, null, null, null, null, null, null, null, null));
    }
}
