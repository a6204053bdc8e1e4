package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session as it was at one moment. Immutable. */
public record SessionSnapshot(String id, SessionStatus status, Instant createdOn, Optional<Instant> startedOn,
        SessionContents contents, SessionHistory history) {

    /** A session of which nothing but its present is known. */
    public SessionSnapshot(String id, SessionStatus status, Instant createdOn, Optional<Instant> startedOn,
            SessionContents contents) {
        this(id, status, createdOn, startedOn, contents, SessionHistory.NONE);
    }

    /** A setting as text; empty when it has no value. */
    public String setting(String name) {
        return contents.settings().path(name).asText("");
    }

    /**
     * Lets pass what the session's state allows.
     *
     * @throws RefusedException if it doesn't allow this
     */
    public void check(SessionAction action) throws RefusedException {
        action.check(status);
    }

    public Optional<Signer> signer(String signerId) {
        return contents.signers().stream().filter(signer -> signer.id().equalsIgnoreCase(signerId)).findFirst();
    }

    /** The signer who holds a role; one who delegated holds none any more. */
    public Optional<Signer> signerInRole(String role) {
        return contents.signers().stream().filter(
                signer -> signer.status() != SignerStatus.DELEGATED && !role.isBlank() && signer.role().equalsIgnoreCase(role))
                .findFirst();
    }

    public Optional<Document> document(String documentId) {
        return contents.documents().stream().filter(document -> document.id().equals(documentId)).findFirst();
    }

    /** Whether invitations go out by themselves; otherwise the client delivers the links. */
    public boolean sendsInvitations() {
        return contents.sendsInvitations();
    }

    /** Whether it is this signer's turn, as far as the order of signing goes. */
    public boolean isDue(Signer signer) {
        return SigningOrder.of(contents).due(contents.signers()).contains(signer.id());
    }

    /**
     * What a signer has to fill in, with what was filled in already: the fields of the signer's role in all documents, or a
     * signature if there is none.
     */
    public List<Field> fieldsOf(Signer signer) {
        List<Field> fields = new ArrayList<>();
        for (Document document : contents.documents()) {
            for (Field field : document.fields()) {
                if (!signer.role().isEmpty() && field.role().equalsIgnoreCase(signer.role())) {
                    fields.add(field.withAutomatic(
                            field.automatic() || field.kind().isSignature() && signer.appliesSignature()));
                }
            }
        }
        if (fields.isEmpty()) {
            fields.add(Field.plainSignature(signer));
        }
        return fields.stream().map(field -> field.withValue(signer.progress().values().getOrDefault(field.id(), field.value())))
                .toList();
    }
}
