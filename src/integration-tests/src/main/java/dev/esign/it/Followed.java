package dev.esign.it;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.esign.event.SessionCreated;
import dev.esign.event.SessionStarted;
import dev.esign.event.SessionStatusChanged;
import dev.esign.event.SessionUpdated;
import dev.esign.event.SignerStatusChanged;
import dev.esign.event.StartDelayed;
import dev.esign.event.StartRefused;
import dev.esign.event.UnknownNotification;
import dev.esign.event.WebhookEvent;

/** Everything that the application is told by events, in the order in which it is. */
@Path("events")
@Singleton
public class Followed {

    private final Queue<String> events = new ConcurrentLinkedQueue<>();

    /** @return one line for each event: its type, the session, and what is known else */
    @GET
    public String all() {
        return String.join("\n", events);
    }

    void created(@Observes SessionCreated event) {
        events.add("created " + event.sessionId());
    }

    void updated(@Observes SessionUpdated event) {
        events.add("updated " + event.sessionId());
    }

    void delayed(@Observes StartDelayed event) {
        events.add("delayed " + event.sessionId());
    }

    void refused(@Observes StartRefused event) {
        events.add("refused " + event.sessionId());
    }

    void started(@Observes SessionStarted event) {
        events.add("started " + event.sessionId());
    }

    void session(@Observes SessionStatusChanged event) {
        events.add("session " + event.sessionId() + " " + event.status());
    }

    void signer(@Observes SignerStatusChanged event) {
        events.add("signer " + event.sessionId() + " " + event.status());
    }

    void unknown(@Observes UnknownNotification event) {
        events.add("unknown " + event.account());
    }

    void later(@ObservesAsync WebhookEvent event) {
        events.add("later " + event.getClass().getSimpleName());
    }
}
