package dev.esign.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.DocumentCollector;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.StandIn;

/**
 * The sessions of a sandbox, and what signers do with them when nobody opens a browser. Whoever acts here needs no password;
 * the order of signing and all other rules hold. Thread-safe.
 */
public final class SandboxSessions {

    private final Sessions sessions;
    private final Views views;

    SandboxSessions(Sessions sessions, Views views) {
        this.sessions = sessions;
        this.views = views;
    }

    /**
     * Shows all sessions.
     *
     * @return the sessions as they are now, the oldest first
     */
    public List<SandboxSession> list() {
        return sessions.list().stream().map(views::session).toList();
    }

    /**
     * Finds a session.
     *
     * @param sessionId its SigningSessionId, in upper or lower case
     * @return the session as it is now; empty if there is none
     */
    public Optional<SandboxSession> find(String sessionId) {
        try {
            return Optional.of(views.session(sessions.find(sessionId).snapshot()));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /**
     * Shows a session.
     *
     * @param sessionId its SigningSessionId, in upper or lower case
     * @return the session as it is now
     * @throws IllegalArgumentException if there is none
     */
    public SandboxSession get(String sessionId) {
        return views.session(session(sessionId).snapshot());
    }

    /**
     * Finds sessions by the caller's transaction id.
     *
     * @param transactionId the transaction id, exactly
     * @return the sessions as they are now, the oldest first
     */
    public List<SandboxSession> findByTransactionId(String transactionId) {
        return sessions.findByTransactionId(transactionId).stream().map(views::session).toList();
    }

    /**
     * Shows every session that changes from now on, after each change, on the thread that made it; that thread waits.
     *
     * @param watcher sees the session as it is right after the change; must be quick and must not fail
     */
    public void onChange(Consumer<SandboxSession> watcher) {
        sessions.watch(session -> watcher.accept(views.session(session)));
    }

    /**
     * Signs for everybody who has still to sign, in the order of signing. Required fields get samples; so does a document
     * that a signer has to upload.
     *
     * @param sessionId the session
     * @return the session after that: {@code Completed} unless somebody declined
     * @throws IllegalArgumentException if there is no such session
     * @throws IllegalStateException if the session isn't sent or a signer can't sign
     */
    public SandboxSession signAll(String sessionId) {
        return act(sessionId, StandIn::signAll);
    }

    /**
     * Signs for one signer. Required fields get samples; so does a document that the signer has to upload.
     *
     * @param sessionId the session
     * @param role the signer's role, in upper or lower case
     * @return the session after that
     * @throws IllegalArgumentException if there is no such session, or nobody holds the role
     * @throws IllegalStateException if that signer can't sign now
     */
    public SandboxSession sign(String sessionId, String role) {
        return sign(sessionId, role, Map.of());
    }

    /**
     * Signs for one signer with given values.
     *
     * @param sessionId the session
     * @param role the signer's role, in upper or lower case
     * @param values by the ids of fields; required fields that are missing get samples
     * @return the session after that
     * @throws IllegalArgumentException if there is no such session, or nobody holds the role
     * @throws IllegalStateException if that signer can't sign now, or a value doesn't fit its field
     */
    public SandboxSession sign(String sessionId, String role, Map<String, String> values) {
        String signerId = signer(sessionId, role);
        return act(sessionId, standIn -> standIn.sign(signerId, values));
    }

    /**
     * Declines for one signer.
     *
     * @param sessionId the session
     * @param role the signer's role, in upper or lower case
     * @param reason what the signer says
     * @return the session after that
     * @throws IllegalArgumentException if there is no such session, or nobody holds the role
     * @throws IllegalStateException if that signer can't act now, or the reason is blank
     */
    public SandboxSession decline(String sessionId, String role, String reason) {
        String signerId = signer(sessionId, role);
        return act(sessionId, standIn -> standIn.decline(signerId, reason));
    }

    /**
     * Has one signer hand over to somebody else, who is invited.
     *
     * @param sessionId the session, with {@code AllowDelegation}
     * @param role the signer's role, in upper or lower case; the other one gets it
     * @param firstName the other one's first name
     * @param lastName the other one's last name
     * @param email the other one's e-mail address
     * @return the session after that
     * @throws IllegalArgumentException if there is no such session, or nobody holds the role
     * @throws IllegalStateException if that signer can't act now or may not delegate
     */
    public SandboxSession delegate(String sessionId, String role, String firstName, String lastName, String email) {
        String signerId = signer(sessionId, role);
        ObjectNode other = JsonNodeFactory.instance.objectNode().put("FirstName", firstName).put("LastName", lastName)
                .put("EmailAddress", email);
        return act(sessionId, standIn -> standIn.delegate(signerId, other));
    }

    /**
     * Adds a document of one signer's.
     *
     * @param sessionId the session
     * @param role the signer's role, in upper or lower case
     * @param fileName the document's name
     * @param content its bytes
     * @return the session after that
     * @throws IllegalArgumentException if there is no such session, or nobody holds the role
     * @throws IllegalStateException if that signer can't act now, or the document is empty or too large
     */
    public SandboxSession upload(String sessionId, String role, String fileName, byte[] content) {
        String signerId = signer(sessionId, role);
        return act(sessionId, standIn -> standIn.upload(signerId, fileName, DocumentCollector.collect(content)));
    }

    /** Something that a stand-in does. */
    private interface Deed {

        void by(StandIn standIn) throws RefusedException;
    }

    private SandboxSession act(String sessionId, Deed deed) {
        SigningSession session = session(sessionId);
        try {
            deed.by(new StandIn(session));
        } catch (RefusedException e) {
            throw new IllegalStateException(String.join(" ", e.details()));
        }
        return views.session(session.snapshot());
    }

    private String signer(String sessionId, String role) {
        return session(sessionId).snapshot().signerInRole(role).map(Signer::id)
                .orElseThrow(() -> new IllegalArgumentException("nobody holds the role \"" + role + "\""));
    }

    private SigningSession session(String sessionId) {
        try {
            return sessions.find(sessionId);
        } catch (RefusedException e) {
            throw new IllegalArgumentException("there is no signing session with this id");
        }
    }
}
