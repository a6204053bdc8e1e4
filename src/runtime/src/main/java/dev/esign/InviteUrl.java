package dev.esign;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

import dev.esign.model.SignerRole;

/**
 * An address at which a signer opens a session and signs. Whoever has it may sign, so give it to that signer only and never
 * log it; {@code toString} shows nothing of it or of the signer.
 */
public final class InviteUrl {

    private final URI url;
    private final String signerId;
    private final SignerRole role;
    private final String email;

    /**
     * Takes an address and what is known of its signer.
     *
     * @param url the address
     * @param signerId the signer's id at eSign; null when the answer has none
     * @param role the signer's role; null when the answer has none
     * @param email the signer's e-mail address; null when the answer has none
     */
    public InviteUrl(URI url, String signerId, SignerRole role, String email) {
        this.url = Objects.requireNonNull(url, "url");
        this.signerId = signerId;
        this.role = role;
        this.email = email;
    }

    /** @return the address, for its signer only */
    public URI reveal() {
        return url;
    }

    /** @return the signer's id at eSign, if the answer has it */
    public Optional<String> signerId() {
        return Optional.ofNullable(signerId);
    }

    /** @return the signer's role, if the answer has it */
    public Optional<SignerRole> role() {
        return Optional.ofNullable(role);
    }

    /** @return the signer's e-mail address, if the answer has it */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    @Override
    public String toString() {
        return "InviteUrl[***]";
    }
}
