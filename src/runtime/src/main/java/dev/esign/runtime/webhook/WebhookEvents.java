package dev.esign.runtime.webhook;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.EsignAccount;
import dev.esign.event.WebhookEvent;

/** Tells the application's observers. */
@Singleton
class WebhookEvents {

    private static final Logger LOG = Logger.getLogger(WebhookInbox.LOG_CATEGORY);

    private final Event<WebhookEvent> events;

    WebhookEvents(Event<WebhookEvent> events) {
        this.events = events;
    }

    /** Calls the synchronous observers, one after the other; fails when one does. Blocks as long as they do. */
    @ActivateRequestContext
    void fire(WebhookEvent event) {
        of(event.account()).fire(event);
    }

    /** Lets the asynchronous observers begin; their failures are logged. */
    void fireAsync(WebhookEvent event) {
        of(event.account()).fireAsync(event).whenComplete((fired, failure) -> {
            if (failure != null) {
                LOG.errorf(failure, "An asynchronous observer of %s failed", event);
            }
        });
    }

    private Event<WebhookEvent> of(String account) {
        return account.equals(EsignAccount.DEFAULT) ? events : events.select(EsignAccount.Literal.of(account));
    }
}
