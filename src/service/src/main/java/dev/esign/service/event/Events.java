package dev.esign.service.event;

import jakarta.inject.Singleton;

/** The way that each event of this replica goes. Thread-safe. */
@Singleton
class Events {

    private final EventHub hub;

    Events(EventHub hub) {
        this.hub = hub;
    }

    /** Takes what eSign told. */
    void accept(ServiceEvent event) {
        tell(event);
    }

    /** Tells all clients. Doesn't block. */
    void tell(ServiceEvent event) {
        hub.tell(hub.complete(event));
    }
}
