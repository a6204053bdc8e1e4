package dev.esign.examples;

import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;

// tag::example[]
@ApplicationScoped
public class Agreements {

    private final SigningSessions sessions;

    Agreements(SigningSessions sessions) {
        this.sessions = sessions;
    }

    public SessionId send(Path agreement) {
        return sessions.send(NewSession.titled("Purchase agreement")
                .documents(Document.file(agreement).anchorTags())
                .signers(
                        Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com"),
                        Signer.as(SignerRole.buyer(1)).name("Alan", "Turing").email("alan@example.com"))
                .build());
    }
}
// end::example[]
