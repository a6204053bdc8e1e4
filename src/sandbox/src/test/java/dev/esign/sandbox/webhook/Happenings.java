package dev.esign.sandbox.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.SessionContents;
import dev.esign.sandbox.session.SessionEvent;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SignerStatus;

/** Events without sessions behind them. */
final class Happenings {

    static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

    private Happenings() {
    }

    static SessionEvent session(String id, SessionStatus status) {
        return session(id, status, "Offer 1/2");
    }

    static SessionEvent session(String id, SessionStatus status, String title) {
        return new SessionEvent.SessionMoved(snapshot(id, status, title), NOW);
    }

    static SessionEvent signer(String id, String signerId, SignerStatus status, String declinedReason) {
        Signer signer = new Signer(signerId, status, JsonNodeFactory.instance.objectNode());
        return new SessionEvent.SignerMoved(snapshot(id, SessionStatus.IN_SENT, "Offer 1/2"), signer,
                Optional.ofNullable(declinedReason), NOW);
    }

    private static SessionSnapshot snapshot(String id, SessionStatus status, String title) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("Title", title);
        return new SessionSnapshot(id, status, NOW, Optional.empty(),
                new SessionContents(settings, List.of(), List.of(), Optional.empty()));
    }
}
