package dev.esign.model;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * A change of an existing session ({@code Session} of UpdateSession): settings to replace, documents and signers to add.
 * Immutable.
 */
public final class SessionUpdate {

    private final SessionId sessionId;
    private final SessionSettings settings;
    private final List<Document> documents;
    private final List<Signer> signers;
    private final List<Problem> warnings;

    private SessionUpdate(Builder builder) {
        this.sessionId = builder.sessionId;
        this.settings = builder.settings();
        this.documents = builder.documents();
        this.signers = builder.signers();
        this.warnings = RoleSpelling.warnings(signers);
    }

    /**
     * A change of this session.
     *
     * @param sessionId the session
     * @return a builder
     */
    public static Builder of(SessionId sessionId) {
        return new Builder(sessionId);
    }

    /** @return the session to change ({@code Id}) */
    public SessionId sessionId() {
        return sessionId;
    }

    /** @return the settings to replace */
    public SessionSettings settings() {
        return settings;
    }

    /** @return the documents to add, in their order */
    public List<Document> documents() {
        return documents;
    }

    /** @return the signers to add, in their order */
    public List<Signer> signers() {
        return signers;
    }

    /**
     * Tells what looks like a slip, but may be meant: roles that are nearly spelt like {@code Seller 1} or {@code Buyer 1}.
     * It is logged when the change is sent.
     *
     * @return the warnings, in the order of the signers; they name roles and nobody
     */
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public String toString() {
        return "SessionUpdate[sessionId=" + sessionId + ", documents=" + documents.size() + ", signers=" + signers.size() + "]";
    }

    /** Collects what changes. */
    public static final class Builder extends SessionBuilder<Builder> {

        private final SessionId sessionId;

        private Builder(SessionId sessionId) {
            this.sessionId = Objects.requireNonNull(sessionId, "sessionId");
        }

        /**
         * Replaces the title.
         *
         * @param title the new title, not blank
         * @return this
         */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Makes the change. Only what is given is checked; nothing is required.
         *
         * @return the change
         * @throws InvalidSessionException with all that is wrong with the settings, documents and signers
         */
        public SessionUpdate build() {
            return build(Clock.systemUTC());
        }

        /**
         * Makes the change, as {@link #build()}, at a time of the caller's choice, for tests.
         *
         * @param clock tells the time after which the session has to expire
         * @return the change
         * @throws InvalidSessionException with all that is wrong with the settings, documents and signers
         */
        public SessionUpdate build(Clock clock) {
            SessionRules.check(settings(), documents(), signers(), clock);
            return new SessionUpdate(this);
        }
    }
}
