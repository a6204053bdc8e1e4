package dev.esign.testing.examples;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;

/** What the examples test. */
@ApplicationScoped
public class Agreements {

    private final SigningSessions sessions;

    Agreements(SigningSessions sessions) {
        this.sessions = sessions;
    }

    public SessionId send(Document.Builder document, String buyersEmail) {
        return sessions.send(NewSession.titled("Purchase agreement")
                .documents(document)
                .signers(Signer.as(SignerRole.buyer(1)).name("Test", "Buyer").email(buyersEmail))
                .build());
    }

    public String tellStatus(SessionId id) {
        try {
            return sessions.get(id).status().orElseThrow().name();
        } catch (UnavailableException down) {
            return "unknown, ask again later";
        }
    }
}
