package dev.esign;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.UploadedDocument;
import dev.esign.runtime.SignerOperations;
import dev.esign.runtime.Threads;
import io.quarkus.arc.DefaultBean;

/**
 * The signers of sessions: inject it to change and invite them. Each method blocks until eSign has answered, and fails as
 * those of {@link SigningSessions} do. Thread-safe.
 */
@DefaultBean
@ApplicationScoped
public class SessionSigners {

    private final SignerOperations operations;

    SessionSigners(SignerOperations operations) {
        this.operations = operations;
    }

    /**
     * Changes signers of a session (Update Signers). Each is sent whole: what isn't set is eSign's default again, the
     * authentication included.
     *
     * @param sessionId the session
     * @param signers the signers as they shall be, those that the session has already with their ids
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void update(SessionId sessionId, List<Signer> signers) {
        Threads.await(operations.update(sessionId, signers));
    }

    /**
     * Mails invitations with the configured return URL ({@code quarkus.esign.return-url}).
     *
     * @param sessionId the session
     * @param signers the signers to invite, with their ids
     * @see #invite(SessionId, List, URI)
     */
    public void invite(SessionId sessionId, List<Signer> signers) {
        invite(sessionId, signers, null);
    }

    /**
     * Mails invitations (SendSignerEmailInvites), for example once more. Of each signer id, name, address, sequence and codes
     * are sent.
     *
     * @param sessionId the session
     * @param signers the signers to invite, with their ids
     * @param returnUrl the caller's host URL; null for the configured one
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void invite(SessionId sessionId, List<Signer> signers, URI returnUrl) {
        Threads.await(operations.invite(sessionId, signers, returnUrl));
    }

    /**
     * Asks for what lets a signer in (GetSignerInviteToken).
     *
     * @param signerId the signer's identity, as reading the session tells it
     * @return the token; it is a secret
     */
    public InviteToken inviteToken(String signerId) {
        return Threads.await(operations.inviteToken(signerId));
    }

    /**
     * Lists the documents that a signer uploaded (GetSignerDocuments). Fetched page by page while the stream is read; a list
     * that changes meanwhile may repeat or miss a row.
     *
     * @param sessionId the session
     * @param signerId the signer's identity, as reading the session tells it
     * @return the documents
     */
    public Stream<UploadedDocument> uploadedDocuments(SessionId sessionId, String signerId) {
        return operations.uploadedDocuments(sessionId, signerId).stream();
    }
}
