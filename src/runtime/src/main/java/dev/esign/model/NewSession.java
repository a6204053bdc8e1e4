package dev.esign.model;

import java.util.List;
import java.util.UUID;

/**
 * A session to be created ({@code Session} of CreateSession): title, settings, documents and signers. Immutable; may be sent
 * again after a lost answer, because its transaction id stays the same.
 */
public final class NewSession {

    private final SessionSettings settings;
    private final List<Document> documents;
    private final List<Signer> signers;

    private NewSession(Builder builder) {
        this.settings = builder.settings();
        this.documents = builder.documents();
        this.signers = builder.signers();
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

    @Override
    public String toString() {
        return "NewSession[transactionId=" + transactionId() + ", documents=" + documents.size() + ", signers=" + signers.size()
                + "]";
    }

    /** Collects what a new session needs. */
    public static final class Builder extends SessionBuilder<Builder> {

        private Builder(String title) {
            if (title == null || title.isBlank()) {
                throw new IllegalArgumentException("title: is blank; give the session a title");
            }
            this.title = title;
        }

        @Override
        Builder self() {
            return this;
        }

        /** @return the session, with a generated transaction id unless one was given */
        public NewSession build() {
            if (transactionId == null) {
                transactionId = UUID.randomUUID().toString();
            }
            return new NewSession(this);
        }
    }
}
