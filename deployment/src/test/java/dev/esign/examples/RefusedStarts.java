package dev.esign.examples;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.esign.event.SessionStarted;
import dev.esign.event.StartRefused;
import dev.esign.model.SessionId;

// tag::example[]
@ApplicationScoped
public class RefusedStarts {

    private final Map<SessionId, Integer> refusals = new ConcurrentHashMap<>();

    void refused(@Observes StartRefused event) {
        refusals.merge(event.sessionId(), 1, Integer::sum);
    }

    void started(@Observes SessionStarted event) {
        refusals.remove(event.sessionId());
    }

    public Map<SessionId, Integer> stillRefused() {
        return Map.copyOf(refusals);
    }
}
// end::example[]
