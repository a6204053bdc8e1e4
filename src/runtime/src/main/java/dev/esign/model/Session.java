package dev.esign.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session as eSign holds it ({@code Session} of GetSession). What eSign didn't say is empty. Immutable; {@code toString}
 * shows id and status only.
 *
 * @param id its identity
 * @param status its state ({@code StatusCode})
 * @param title its title
 * @param transactionId the caller's transaction id
 * @param expiresOn when it expires
 * @param documents its documents, in the order of the answer
 * @param signers its signers, in the order of the answer
 * @param members the JSON text of every member by its name, as eSign wrote it, documented or not
 */
public record Session(SessionId id, Optional<SessionStatus> status, Optional<String> title, Optional<String> transactionId,
        Optional<Instant> expiresOn, List<HeldDocument> documents, List<HeldSigner> signers, Map<String, String> members) {

    /**
     * Copies the lists and the members.
     *
     * @param id its identity
     * @param status its state ({@code StatusCode})
     * @param title its title
     * @param transactionId the caller's transaction id
     * @param expiresOn when it expires
     * @param documents its documents, in the order of the answer
     * @param signers its signers, in the order of the answer
     * @param members the JSON text of every member by its name, as eSign wrote it, documented or not
     */
    public Session {
        documents = List.copyOf(documents);
        signers = List.copyOf(signers);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String toString() {
        return "Session[id=" + id + ", status=" + status.map(SessionStatus::name).orElse("unknown") + "]";
    }

    /**
     * A document of the session.
     *
     * @param fileName its name
     * @param hasAnchorTags whether eSign looked for anchor tags in it
     */
    public record HeldDocument(Optional<String> fileName, boolean hasAnchorTags) {

        @Override
        public String toString() {
            return "HeldDocument[hasAnchorTags=" + hasAnchorTags + "]";
        }
    }

    /**
     * A signer of the session.
     *
     * @param id its identity ({@code SignerId})
     * @param role its role
     * @param firstName its first name
     * @param lastName its last name
     * @param email its e-mail address
     * @param status its state ({@code StatusCode})
     */
    public record HeldSigner(Optional<String> id, Optional<SignerRole> role, Optional<String> firstName,
            Optional<String> lastName, Optional<String> email, Optional<SignerStatus> status) {

        @Override
        public String toString() {
            return "HeldSigner[role=" + role.map(SignerRole::name).orElse("unknown") + "]";
        }
    }
}
