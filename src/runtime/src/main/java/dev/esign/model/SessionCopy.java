package dev.esign.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A copy of a session to be made (CopySigningSession): which session, and what differs in the copy. The copy doesn't keep the
 * expiry date. Immutable.
 */
public final class SessionCopy {

    private final SessionId source;
    private final String transactionId;
    private final String title;
    private final boolean fieldsRetained;
    private final List<CopiedSigner> signers;

    private SessionCopy(Builder builder) {
        this.source = builder.source;
        this.transactionId = builder.transactionId == null ? UUID.randomUUID().toString() : builder.transactionId;
        this.title = builder.title;
        this.fieldsRetained = builder.fieldsRetained;
        this.signers = List.copyOf(builder.signers);
    }

    /**
     * A copy of this session.
     *
     * @param source the session to copy
     * @return a builder
     */
    public static Builder of(SessionId source) {
        return new Builder(source);
    }

    /** @return the session to copy ({@code SigningSessionId}) */
    public SessionId source() {
        return source;
    }

    /** @return the copy's transaction id ({@code TransactionId}), generated when the caller gave none */
    public String transactionId() {
        return transactionId;
    }

    /** @return the copy's title ({@code TransactionTitle}) */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** @return whether the copy has the fields of the original ({@code RetainFields}) */
    public boolean fieldsRetained() {
        return fieldsRetained;
    }

    /** @return the signers that were named, in their order; empty when eSign shall decide */
    public List<CopiedSigner> signers() {
        return signers;
    }

    @Override
    public String toString() {
        return "SessionCopy[source=" + source + ", transactionId=" + transactionId + "]";
    }

    /**
     * A signer of the copy.
     *
     * @param id the signer of the original; empty for a new one
     * @param email the signer's address in the copy; empty for the original's
     */
    public record CopiedSigner(Optional<String> id, Optional<String> email) {

        @Override
        public String toString() {
            return "CopiedSigner[id=" + id.orElse("none") + "]";
        }
    }

    /**
     * Collects what differs in the copy. The documented example names signers in three ways and doesn't explain them; the
     * three methods for signers say what they appear to mean. Not thread-safe.
     */
    public static final class Builder {

        private final SessionId source;
        private String transactionId;
        private String title;
        private boolean fieldsRetained = true;
        private final List<CopiedSigner> signers = new ArrayList<>();

        private Builder(SessionId source) {
            this.source = Objects.requireNonNull(source, "session id");
        }

        /**
         * Sets the copy's transaction id. One is generated otherwise.
         *
         * @param transactionId the caller's own id, not blank
         * @return this
         */
        public Builder transactionId(String transactionId) {
            if (transactionId == null || transactionId.isBlank()) {
                throw new IllegalArgumentException("transaction id: is blank; leave it out to have one generated");
            }
            this.transactionId = transactionId;
            return this;
        }

        /**
         * Sets the copy's title.
         *
         * @param title the title, not blank
         * @return this
         */
        public Builder title(String title) {
            if (title == null || title.isBlank()) {
                throw new IllegalArgumentException("title: is blank; leave it out to keep the original's");
            }
            this.title = title;
            return this;
        }

        /**
         * Says whether the copy has the fields of the original.
         *
         * @param retained true by default
         * @return this
         */
        public Builder fieldsRetained(boolean retained) {
            this.fieldsRetained = retained;
            return this;
        }

        /**
         * Keeps a signer of the original.
         *
         * @param signerId the signer's identity in the original
         * @return this
         */
        public Builder keepSigner(String signerId) {
            return signer(notBlank(signerId), null);
        }

        /**
         * Gives a signer of the original another address.
         *
         * @param signerId the signer's identity in the original
         * @param email the address in the copy
         * @return this
         */
        public Builder readdressSigner(String signerId, String email) {
            return signer(notBlank(signerId), wellFormed(email));
        }

        /**
         * Adds a signer.
         *
         * @param email the new signer's address
         * @return this
         */
        public Builder addSigner(String email) {
            return signer(null, wellFormed(email));
        }

        private Builder signer(String id, String email) {
            signers.add(new CopiedSigner(Optional.ofNullable(id), Optional.ofNullable(email)));
            return this;
        }

        private static String notBlank(String signerId) {
            if (signerId == null || signerId.isBlank()) {
                throw new IllegalArgumentException("copied signer: the id is blank; give the SignerId that get returned");
            }
            return signerId;
        }

        private static String wellFormed(String email) {
            if (!EmailAddress.isWellFormed(email)) {
                throw new IllegalArgumentException(
                        "copied signer: the e-mail address is missing or not well-formed; give one like name@example.com");
            }
            return email;
        }

        /** @return the copy, with a generated transaction id unless one was given */
        public SessionCopy build() {
            return new SessionCopy(this);
        }
    }
}
