package dev.esign.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A signer as of one moment. Immutable.
 *
 * @param id the SignerId, a GUID
 * @param status the documented name, such as {@code Invited}
 * @param statusCode the documented number, such as 2
 * @param signUrl the address in the signer's invitation; whoever has it may sign
 * @param fields what the signer has to fill in, with what was filled in
 * @param uploads documents that the signer added
 * @param declinedReason why the signer declined
 * @param delegatedTo the id of the signer who took over
 * @param invitedOn when an invitation went out last
 */
public record SandboxSigner(String id, String role, String firstName, String lastName, String email, String status,
        int statusCode, URI signUrl, List<SandboxField> fields, List<SandboxDocument> uploads,
        Optional<String> declinedReason, Optional<String> delegatedTo, Optional<Instant> invitedOn) {

    /**
     * Makes a signer whose lists can't be changed.
     *
     * @param id the SignerId, a GUID
     * @param role the role, such as {@code Seller 1}
     * @param firstName the first name
     * @param lastName the last name
     * @param email the e-mail address
     * @param status the documented name, such as {@code Invited}
     * @param statusCode the documented number, such as 2
     * @param signUrl the address in the signer's invitation; whoever has it may sign
     * @param fields what the signer has to fill in, with what was filled in
     * @param uploads documents that the signer added
     * @param declinedReason why the signer declined
     * @param delegatedTo the id of the signer who took over
     * @param invitedOn when an invitation went out last
     */
    public SandboxSigner {
        fields = List.copyOf(fields);
        uploads = List.copyOf(uploads);
    }

    /** Names and addresses stay out of logs. */
    @Override
    public String toString() {
        return "SandboxSigner[" + id + ", " + status + "]";
    }
}
