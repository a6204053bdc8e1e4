package dev.esign.service.event;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.esign.EsignAccount;
import dev.esign.event.SessionStatusChanged;
import dev.esign.event.SignerStatusChanged;
import dev.esign.event.UnknownNotification;
import dev.esign.event.WebhookEvent;
import dev.esign.model.SessionId;

/** What eSign's webhook tells. eSign waits for its answer until this is done. */
@Singleton
class WebhookObserver {

    private final EventIds ids;
    private final Events events;

    WebhookObserver(EventIds ids, Events events) {
        this.ids = ids;
        this.events = events;
    }

    void told(@Observes WebhookEvent told) {
        events.accept(event(told));
    }

    private ServiceEvent event(WebhookEvent told) {
        if (told instanceof SessionStatusChanged session) {
            return event(told, EventType.SESSION_STATUS_CHANGED, null, session.status().name(), session.status().code(), null,
                    null);
        }
        if (told instanceof SignerStatusChanged signer) {
            return event(told, EventType.SIGNER_STATUS_CHANGED, signer.signerId().orElse(null), signer.status().name(),
                    signer.status().code(), null, signer.declinedReason().orElse(null));
        }
        UnknownNotification unknown = (UnknownNotification) told;
        return event(told, EventType.UNKNOWN_NOTIFICATION, unknown.signerId().orElse(null), null,
                unknown.status().orElse(null), unknown.type().orElse(null), null);
    }

    private ServiceEvent event(WebhookEvent told, EventType type, String signerId, String status, Integer statusCode,
            String notification, String declinedReason) {
        return new ServiceEvent(ids.next(), type, Instant.now(),
                Optional.of(told.account()).filter(name -> !name.equals(EsignAccount.DEFAULT)).orElse(null),
                told.sessionId().value(), null, signerId, status, statusCode, notification, declinedReason,
                told.title().orElse(null), told.newSessionId().map(SessionId::value).orElse(null),
                told.check().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
