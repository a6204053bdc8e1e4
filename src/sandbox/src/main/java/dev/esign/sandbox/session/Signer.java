package dev.esign.sandbox.session;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A signer of a session. Immutable: its members are never changed in place. */
public record Signer(String id, SignerStatus status, ObjectNode members) {

    public String role() {
        return members.path("SignerRole").asText().strip();
    }

    public String email() {
        return members.path("EmailAddress").asText().strip();
    }

    public String name() {
        return (members.path("FirstName").asText() + " " + members.path("LastName").asText()).strip();
    }

    public boolean hasLastNameAndEmail() {
        return !members.path("LastName").asText().isBlank() && EmailAddress.isValid(email());
    }

    /** The place in the signing order: the one that was given, or else the place in the list. */
    public int position(int placeInList) {
        return members.path("Sequence").asInt(placeInList);
    }

    /** This signer with the given members replaced. */
    public Signer with(ObjectNode given) {
        ObjectNode changed = members.deepCopy();
        changed.setAll(given);
        return new Signer(id, status, changed);
    }

    public Signer with(SignerStatus newStatus) {
        return new Signer(id, newStatus, members);
    }

    /** People stay out of logs. */
    @Override
    public String toString() {
        return "Signer[" + id + ", " + status + "]";
    }
}
