package dev.esign.service.event;

import jakarta.inject.Singleton;

/** The way that each event of this replica goes. Thread-safe. */
@Singleton
class Events {

    private final EventHub hub;
    private final Forwards forwards;
    private final Relay relay;

    Events(EventHub hub, Forwards forwards, Relay relay) {
        this.hub = hub;
        this.forwards = forwards;
        this.relay = relay;
    }

    /** Takes what eSign told: what fails here, eSign is told of. Blocks. */
    void accept(ServiceEvent told) {
        ServiceEvent event = hub.complete(told);
        forwards.accept(event);
        tell(event);
    }

    /** Tells the clients of all replicas. Doesn't block. */
    void tell(ServiceEvent told) {
        ServiceEvent event = hub.complete(told);
        hub.tell(event);
        relay.tell(event);
    }
}
