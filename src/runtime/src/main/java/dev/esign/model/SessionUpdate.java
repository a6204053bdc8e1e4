package dev.esign.model;

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

    private SessionUpdate(Builder builder) {
        this.sessionId = builder.sessionId;
        this.settings = builder.settings();
        this.documents = builder.documents();
        this.signers = builder.signers();
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

    @Override
    public String toString() {
        return "SessionUpdate[sessionId=" + sessionId + ", documents=" + documents.size() + ", signers=" + signers.size() + "]";
    }

    /** Collects what changes. */
    public static final class Builder extends SessionBuilder<Builder> {

        private final SessionId sessionId;

        private Builder(SessionId sessionId) {
            this.sessionId = Objects.requireNonNull(sessionId, "session id");
        }

        /**
         * Replaces the title.
         *
         * @param title the new title, not blank
         * @return this
         */
        public Builder title(String title) {
            if (title == null || title.isBlank()) {
                throw new IllegalArgumentException("title: is blank; leave it out to keep the present one");
            }
            this.title = title;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** @return the change */
        public SessionUpdate build() {
            return new SessionUpdate(this);
        }
    }
}
