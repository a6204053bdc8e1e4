package dev.esign.model;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A session to be created ({@code Session} of CreateSession): title, settings, documents and signers. Immutable; may be sent
 * again after a lost answer, because its transaction id stays the same.
 */
public final class NewSession {

    private final SessionSettings settings;
    private final List<Document> documents;
    private final List<Signer> signers;
    private final List<Problem> warnings;

    private NewSession(Builder builder) {
        this.settings = builder.settings();
        this.documents = builder.documents();
        this.signers = builder.signers();
        this.warnings = RoleSpelling.warnings(signers);
    }

    /**
     * A session with this title.
     *
     * @param title what signers read as the subject, not blank
     * @return a builder
     */
    public static Builder titled(String title) {
        return new Builder(title);
    }

    /** @return the settings */
    public SessionSettings settings() {
        return settings;
    }

    /** @return the documents, in their order */
    public List<Document> documents() {
        return documents;
    }

    /** @return the signers, in their order */
    public List<Signer> signers() {
        return signers;
    }

    /** @return the caller's transaction id, or the one that was generated when the caller gave none */
    public String transactionId() {
        return settings.transactionId();
    }

    /**
     * Tells what looks like a slip, but may be meant: roles that are nearly spelt like {@code Seller 1} or {@code Buyer 1}.
     * It is logged when the session is sent.
     *
     * @return the warnings, in the order of the signers; they name roles and nobody
     */
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public String toString() {
        return "NewSession[transactionId=" + transactionId() + ", documents=" + documents.size() + ", signers=" + signers.size()
                + "]";
    }

    /** Collects what a new session needs. */
    public static final class Builder extends SessionBuilder<Builder> {

        private Builder(String title) {
            // A title is required: without one it is blank, and not merely left out.
            this.title = Objects.requireNonNullElse(title, "");
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Makes the session.
         *
         * @return the session, with a generated transaction id unless one was given
         * @throws InvalidSessionException with all that is wrong with the session, its documents and its signers
         */
        public NewSession build() {
            return build(Clock.systemUTC());
        }

        /**
         * Makes the session, as {@link #build()}, at a time of the caller's choice, for tests.
         *
         * @param clock tells the time after which the session has to expire
         * @return the session
         * @throws InvalidSessionException with all that is wrong with the session, its documents and its signers
         */
        public NewSession build(Clock clock) {
            SessionRules.check(settings(), documents(), signers(), clock);
            if (transactionId == null) {
                transactionId = UUID.randomUUID().toString();
            }
            return new NewSession(this);
        }
    }
}
