package dev.esign.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.esign.ReactiveSigningSessions;
import dev.esign.SigningSessions;

/**
 * Puts an {@link EsignOutbox} in the place of the default account's {@link SigningSessions} and
 * {@link ReactiveSigningSessions} in a {@code @QuarkusTest}; the test injects the outbox itself. It is off until it is
 * selected:
 * by {@code @TestProfile(EsignOutboxProfile.class)}, by {@code getEnabledAlternatives} of another profile, or for all tests by
 * {@code %test.quarkus.arc.selected-alternatives=dev.esign.testing.EsignOutboxBeans}.
 */
@Alternative
@ApplicationScoped
public class EsignOutboxBeans {

    /** @return the outbox, one for an application */
    @Produces
    @Singleton
    EsignOutbox outbox() {
        return new EsignOutbox();
    }

    /** @return sessions that end up in the outbox */
    @Produces
    @Singleton
    SigningSessions signingSessions(EsignOutbox outbox) {
        return outbox.signingSessions();
    }

    /** @return sessions that end up in the outbox */
    @Produces
    @Singleton
    ReactiveSigningSessions reactiveSigningSessions(EsignOutbox outbox) {
        return outbox.reactiveSigningSessions();
    }
}
