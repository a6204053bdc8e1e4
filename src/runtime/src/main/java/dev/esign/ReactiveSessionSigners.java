package dev.esign;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.UploadedDocument;
import dev.esign.runtime.SignerOperations;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The twin of {@link SessionSigners} for reactive applications: the same operations with the same behaviour, as
 * {@link ReactiveSigningSessions} is to {@link SigningSessions}. Thread-safe.
 */
@DefaultBean
@ApplicationScoped
public class ReactiveSessionSigners {

    private final SignerOperations operations;

    ReactiveSessionSigners(SignerOperations operations) {
        this.operations = operations;
    }

    /**
     * Changes signers of a session, as {@link SessionSigners#update(SessionId, List)}.
     *
     * @param sessionId the session
     * @param signers the signers as they shall be, those that the session has already with their ids
     * @return completes when eSign has taken them
     */
    public Uni<Void> update(SessionId sessionId, List<Signer> signers) {
        return operations.update(sessionId, signers);
    }

    /**
     * Mails invitations with the configured return URL, as {@link SessionSigners#invite(SessionId, List)}.
     *
     * @param sessionId the session
     * @param signers the signers to invite, with their ids
     * @return completes when eSign has taken the order
     */
    public Uni<Void> invite(SessionId sessionId, List<Signer> signers) {
        return invite(sessionId, signers, null);
    }

    /**
     * Mails invitations, as {@link SessionSigners#invite(SessionId, List, URI)}.
     *
     * @param sessionId the session
     * @param signers the signers to invite, with their ids
     * @param returnUrl the caller's host URL; null for the configured one
     * @return completes when eSign has taken the order
     */
    public Uni<Void> invite(SessionId sessionId, List<Signer> signers, URI returnUrl) {
        return operations.invite(sessionId, signers, returnUrl);
    }

    /**
     * Asks for what lets a signer in, as {@link SessionSigners#inviteToken(String)}.
     *
     * @param signerId the signer's identity, as reading the session tells it
     * @return the token; it is a secret
     */
    public Uni<InviteToken> inviteToken(String signerId) {
        return operations.inviteToken(signerId);
    }

    /**
     * Lists the documents that a signer uploaded, as {@link SessionSigners#uploadedDocuments(SessionId, String)}.
     *
     * @param sessionId the session
     * @param signerId the signer's identity, as reading the session tells it
     * @return the documents
     */
    public Multi<UploadedDocument> uploadedDocuments(SessionId sessionId, String signerId) {
        return operations.uploadedDocuments(sessionId, signerId).multi();
    }
}
