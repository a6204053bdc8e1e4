package dev.esign.sandbox.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.WebhookDelivery.State;

/** A delivery on its way. Used by one thread at a time. */
final class Outgoing {

    private final URI url;
    private final Duration late;
    private final Duration heldBack;
    private WebhookDelivery delivery;

    /**
     * Begins a delivery.
     *
     * @param url where to, exactly
     * @param late how long it waits before its first try
     * @param heldBack how long at most it waits for the next message of its session to overtake it
     */
    Outgoing(WebhookDelivery delivery, URI url, Duration late, Duration heldBack) {
        this.delivery = delivery;
        this.url = url;
        this.late = late;
        this.heldBack = heldBack;
    }

    WebhookDelivery delivery() {
        return delivery;
    }

    String sessionId() {
        return delivery.sessionId();
    }

    URI url() {
        return url;
    }

    Duration late() {
        return late;
    }

    Duration heldBack() {
        return heldBack;
    }

    /**
     * Notes a try.
     *
     * @param retries how many more there may be after the first one
     */
    void tried(WebhookDelivery.Try attempt, int retries) {
        List<WebhookDelivery.Try> tries = new ArrayList<>(delivery.tries());
        tries.add(attempt);
        State failed = tries.size() > retries ? State.FAILED : State.PENDING;
        change(attempt.failure().isEmpty() ? State.DELIVERED : failed, tries);
    }

    void dropped() {
        change(State.DROPPED, delivery.tries());
    }

    private void change(State state, List<WebhookDelivery.Try> tries) {
        delivery = new WebhookDelivery(delivery.id(), delivery.repeats(), delivery.target(), delivery.url(),
                delivery.sessionId(), delivery.signerId(), delivery.type(), delivery.status(), delivery.body(), delivery.at(),
                state, List.copyOf(tries), delivery.misbehaviours());
    }
}
