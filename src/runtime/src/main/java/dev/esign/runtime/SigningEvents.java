package dev.esign.runtime;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.event.SigningEvent;

/** Tells the application's observers what happened. An observer that fails must not turn what happened into a failure. */
@Singleton
class SigningEvents {

    private static final Logger LOG = Logger.getLogger(SigningEvents.class);

    private final Event<SigningEvent> events;

    SigningEvents(Event<SigningEvent> events) {
        this.events = events;
    }

    void fire(SigningEvent event) {
        try {
            events.fire(event);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "An observer of %s failed", event.getClass().getSimpleName());
        }
    }
}
