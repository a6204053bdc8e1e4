package dev.esign.testing;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import dev.esign.model.SessionId;
import dev.esign.model.SignerRole;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.SandboxSession;

/**
 * Those who sign one session of a sandbox: signs, declines and delegates for them, and lets them miss the date. No password is
 * needed; the order of signing and all other rules hold.
 *
 * <pre>
 * SigningParty.of(sandbox, id).sign("Seller 1").decline("Buyer 1", "Too expensive");
 * </pre>
 *
 * Every method throws {@link IllegalArgumentException} if nobody holds the role, and {@link IllegalStateException} with the
 * reason if it isn't allowed now. Thread-safe.
 */
public final class SigningParty {

    private final EsignSandbox sandbox;
    private final String sessionId;

    private SigningParty(EsignSandbox sandbox, String sessionId) {
        this.sandbox = Objects.requireNonNull(sandbox, "sandbox");
        this.sessionId = sandbox.sessions().get(sessionId).id();
    }

    /**
     * The signers of a session.
     *
     * @param sandbox the sandbox that has it
     * @param sessionId its id, as the application got it
     * @return the signers
     * @throws IllegalArgumentException if there is no such session
     */
    public static SigningParty of(EsignSandbox sandbox, SessionId sessionId) {
        return of(sandbox, sessionId.value());
    }

    /**
     * The signers of a session.
     *
     * @param sandbox the sandbox that has it
     * @param sessionId its SigningSessionId, in upper or lower case
     * @return the signers
     * @throws IllegalArgumentException if there is no such session
     */
    public static SigningParty of(EsignSandbox sandbox, String sessionId) {
        return new SigningParty(sandbox, sessionId);
    }

    /**
     * Signs for everybody who has still to sign, in the order of signing. Required fields get samples.
     *
     * @return this; the session is completed now
     */
    public SigningParty signAll() {
        sandbox.sessions().signAll(sessionId);
        return this;
    }

    /**
     * Signs for one signer. Required fields get samples.
     *
     * @param role the signer's role, in upper or lower case
     * @return this
     */
    public SigningParty sign(String role) {
        return sign(role, Map.of());
    }

    /**
     * Signs for one signer. Required fields get samples.
     *
     * @param role the signer's role
     * @return this
     */
    public SigningParty sign(SignerRole role) {
        return sign(role.name());
    }

    /**
     * Signs for one signer with values. Required fields that get none get samples.
     *
     * @param role the signer's role, in upper or lower case
     * @param values by the ids of fields, which {@code session().signer(role).fields()} tells
     * @return this
     */
    public SigningParty sign(String role, Map<String, String> values) {
        sandbox.sessions().sign(sessionId, role, values);
        return this;
    }

    /**
     * Declines for one signer.
     *
     * @param role the signer's role, in upper or lower case
     * @param reason what the signer says, not blank
     * @return this
     */
    public SigningParty decline(String role, String reason) {
        sandbox.sessions().decline(sessionId, role, reason);
        return this;
    }

    /**
     * Declines for one signer.
     *
     * @param role the signer's role
     * @param reason what the signer says, not blank
     * @return this
     */
    public SigningParty decline(SignerRole role, String reason) {
        return decline(role.name(), reason);
    }

    /**
     * Has one signer hand over to somebody else, in a session that allows it.
     *
     * @param role the signer's role, in upper or lower case; the other one gets it
     * @param firstName the other one's first name
     * @param lastName the other one's last name
     * @param email the other one's e-mail address
     * @return this
     */
    public SigningParty delegate(String role, String firstName, String lastName, String email) {
        sandbox.sessions().delegate(sessionId, role, firstName, lastName, email);
        return this;
    }

    /**
     * Has one signer hand over to somebody else, in a session that allows it.
     *
     * @param role the signer's role; the other one gets it
     * @param firstName the other one's first name
     * @param lastName the other one's last name
     * @param email the other one's e-mail address
     * @return this
     */
    public SigningParty delegate(SignerRole role, String firstName, String lastName, String email) {
        return delegate(role.name(), firstName, lastName, email);
    }

    /**
     * Adds a document of one signer's.
     *
     * @param role the signer's role, in upper or lower case
     * @param fileName the document's name
     * @param content its bytes
     * @return this
     */
    public SigningParty upload(String role, String fileName, byte[] content) {
        sandbox.sessions().upload(sessionId, role, fileName, content);
        return this;
    }

    /**
     * Moves the sandbox's clock to the session's expiry, so that it expires unless everybody has signed. What is due in other
     * sessions until then happens, too.
     *
     * @return this
     * @throws IllegalStateException if the session never expires
     */
    public SigningParty letExpire() {
        Instant expiry = session().expiresOn().orElseThrow(() -> new IllegalStateException(
                "this session never expires: give it a date by expiresOn when it is created"));
        if (expiry.isAfter(sandbox.clock().now())) {
            sandbox.clock().set(expiry);
        }
        return this;
    }

    /**
     * Shows the session.
     *
     * @return the session as it is now
     */
    public SandboxSession session() {
        return sandbox.sessions().get(sessionId);
    }
}
