package dev.esign.sandbox.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A signer of a session. Immutable: its members are never changed in place. */
public record Signer(String id, SignerStatus status, ObjectNode members, SignerProgress progress) {

    /** A signer that is new to its session. */
    public Signer(String id, SignerStatus status, ObjectNode members) {
        this(id, status, members, SignerProgress.begin());
    }

    static Signer pending(ObjectNode members) {
        return new Signer(UUID.randomUUID().toString(), SignerStatus.PENDING_INVITE, members);
    }

    public String role() {
        return members.path("SignerRole").asText().strip();
    }

    public String email() {
        return members.path("EmailAddress").asText().strip();
    }

    public String firstName() {
        return members.path("FirstName").asText().strip();
    }

    public String lastName() {
        return members.path("LastName").asText().strip();
    }

    public String name() {
        return (members.path("FirstName").asText() + " " + members.path("LastName").asText()).strip();
    }

    /** What to call the signer in a text for the client. */
    public String label() {
        return email().isEmpty() ? name() : email();
    }

    /** The first letters of the names. */
    public String initials() {
        StringBuilder initials = new StringBuilder();
        for (String word : name().split("\\s+")) {
            initials.appendCodePoint(word.codePointAt(0));
        }
        return initials.toString();
    }

    public boolean hasLastNameAndEmail() {
        return !members.path("LastName").asText().isBlank() && EmailAddress.isValid(email());
    }

    /** The place in the signing order: the one that was given, or else the place in the list. */
    public int position(int placeInList) {
        return members.path("Sequence").asInt(placeInList);
    }

    /** Whether signatures are applied by themselves. */
    public boolean appliesSignature() {
        return members.path("AutoApplySignature").asBoolean();
    }

    /** Whether the signer has to upload a document before signing: by the member, or by a property of the same name. */
    public boolean mustUpload() {
        return members.path("MandateDocUpload").asBoolean() || isSet(property("MandateDocUpload"));
    }

    /** Whether the signer may not change the name that is shown. */
    public boolean hasFixedName() {
        return isSet(property("DisableEditName"));
    }

    private String property(String key) {
        for (JsonNode pair : members.path("Properties")) {
            if (pair.path("Key").asText().equalsIgnoreCase(key)) {
                return pair.path("Value").asText();
            }
        }
        return "";
    }

    private static boolean isSet(String value) {
        return value.strip().equals("1") || value.strip().equalsIgnoreCase("true");
    }

    /** What the signer has to pass before the documents are shown, in order; the session's own password not counted. */
    public List<AuthenticationStep> authenticationSteps() {
        Set<AuthenticationStep> steps = new LinkedHashSet<>();
        List<JsonNode> methods = new ArrayList<>();
        methods.add(members.path("AuthMethod"));
        members.path("AuthMethods").forEach(methods::add);
        for (JsonNode method : methods) {
            steps.addAll(AuthenticationStep.of(method, progress.password().isPresent()));
        }
        return List.copyOf(steps);
    }

    /** Somebody like this signer, for another session. */
    Signer copy() {
        Signer copy = pending(members);
        return copy.with(copy.progress().with(progress.password(), progress.phone()));
    }

    /** This signer with the given members replaced. */
    public Signer with(ObjectNode given) {
        ObjectNode changed = members.deepCopy();
        changed.setAll(given);
        return new Signer(id, status, changed, progress);
    }

    public Signer with(SignerStatus newStatus) {
        return new Signer(id, newStatus, members, progress);
    }

    public Signer with(SignerProgress newProgress) {
        return new Signer(id, status, members, newProgress);
    }

    /** People stay out of logs. */
    @Override
    public String toString() {
        return "Signer[" + id + ", " + status + "]";
    }
}
