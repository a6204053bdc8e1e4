package dev.esign.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A signing session as it was at one moment. Immutable.
 *
 * @param id the SigningSessionId, a GUID
 * @param transactionId the caller's transaction id; empty if none was given
 * @param owner the e-mail address of the user who created it
 * @param status the documented name, such as {@code InSent}; {@code To Be Purged} while a purge waits
 * @param statusCode the documented number, such as 2; 10 for {@code To Be Purged}, whose number isn't documented
 * @param completedOn when the last signer signed, or the session was closed
 * @param expiresOn when it expires if it isn't completed before
 * @param signers in the order of the session's list
 * @param documents in their order
 * @param log the action log, the oldest entry first
 */
public record SandboxSession(String id, String title, String transactionId, String owner, String status, int statusCode,
        Instant createdOn, Optional<Instant> startedOn, Optional<Instant> completedOn, Optional<Instant> expiresOn,
        List<SandboxSigner> signers, List<SandboxDocument> documents, List<SandboxLogEntry> log) {

    /**
     * Makes a session whose lists can't be changed.
     *
     * @param id the SigningSessionId, a GUID
     * @param title its title
     * @param transactionId the caller's transaction id; empty if none was given
     * @param owner the e-mail address of the user who created it
     * @param status the documented name, such as {@code InSent}; {@code To Be Purged} while a purge waits
     * @param statusCode the documented number, such as 2; 10 for {@code To Be Purged}, whose number isn't documented
     * @param createdOn when it was created
     * @param startedOn when it was last started, if it was
     * @param completedOn when the last signer signed, or the session was closed
     * @param expiresOn when it expires if it isn't completed before
     * @param signers in the order of the session's list
     * @param documents in their order
     * @param log the action log, the oldest entry first
     */
    public SandboxSession {
        signers = List.copyOf(signers);
        documents = List.copyOf(documents);
        log = List.copyOf(log);
    }

    /**
     * Finds the signer who holds a role; one who delegated holds none any more.
     *
     * @param role the role, in upper or lower case
     * @return the signer
     * @throws IllegalArgumentException if nobody holds it
     */
    public SandboxSigner signer(String role) {
        return signers.stream().filter(signer -> signer.role().equalsIgnoreCase(role) && !signer.status().equals("Delegated"))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("nobody holds the role \"" + role + "\""));
    }

    /** Names, titles and addresses stay out of logs. */
    @Override
    public String toString() {
        return "SandboxSession[" + id + ", " + status + "]";
    }
}
