package dev.esign.runtime;

import java.util.function.Function;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.EsignAccount;
import dev.esign.event.SigningEvent;

/** Tells the application's observers what happened. An observer that fails must not turn what happened into a failure. */
@Singleton
class SigningEvents {

    private static final Logger LOG = Logger.getLogger(SigningEvents.class);

    private final String account;
    private final Event<SigningEvent> events;

    /** Those of the default account. */
    @Inject
    SigningEvents(Event<SigningEvent> events) {
        this(EsignAccount.DEFAULT, events);
    }

    SigningEvents(String account, Event<SigningEvent> events) {
        this.account = account;
        this.events = account.equals(EsignAccount.DEFAULT) ? events : events.select(EsignAccount.Literal.of(account));
    }

    /** The name of the account. */
    String account() {
        return account;
    }

    /** Fires what {@code what} makes of the name of the account. */
    void fire(Function<String, SigningEvent> what) {
        SigningEvent event = what.apply(account);
        try {
            events.fire(event);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "An observer of %s failed", event.getClass().getSimpleName());
        }
    }
}
