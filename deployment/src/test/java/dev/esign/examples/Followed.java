package dev.esign.examples;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import dev.esign.event.SessionStatusChanged;
import dev.esign.event.SignerStatusChanged;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerStatus;

// tag::example[]
@ApplicationScoped
public class Followed {

    private final Map<SessionId, String> outcomes = new ConcurrentHashMap<>();

    void session(@ObservesAsync SessionStatusChanged event) {
        if (event.status().equals(SessionStatus.COMPLETED)) {
            outcomes.put(event.sessionId(), "signed");
        }
    }

    void signer(@ObservesAsync SignerStatusChanged event) {
        if (event.status().equals(SignerStatus.DECLINED)) {
            outcomes.put(event.sessionId(), "declined: " + event.declinedReason().orElse("no reason given"));
        }
    }

    public Optional<String> outcome(SessionId sessionId) {
        return Optional.ofNullable(outcomes.get(sessionId));
    }
}
// end::example[]
