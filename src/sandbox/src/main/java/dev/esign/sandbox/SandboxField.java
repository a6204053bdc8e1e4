package dev.esign.sandbox;

import java.util.List;

/**
 * A field of a document, made by an anchor tag. Immutable.
 *
 * @param id unique within the session
 * @param type {@code SIGNATURE}, {@code INITIALS}, {@code DATE_TIME}, {@code DATE}, {@code TIME}, {@code TEXT},
 *        {@code CHECKBOX}, {@code RADIO} or {@code DROPDOWN}
 * @param role the role as the tag spells it
 * @param required whether the signer can't sign without it
 * @param documentId the document that holds it; empty for the signature of a signer for whom no document has a tag
 * @param page the page, from 1; 0 if the document doesn't tell
 * @param options what can be chosen; empty for fields without choice
 * @param value what was filled in; empty if nothing was
 */
public record SandboxField(String id, String type, String role, boolean required, String documentId, int page,
        List<String> options, String value) {

    /**
     * Makes a field whose list can't be changed.
     *
     * @param id unique within the session
     * @param type {@code SIGNATURE}, {@code INITIALS}, {@code DATE_TIME}, {@code DATE}, {@code TIME}, {@code TEXT}, {@code
     *        CHECKBOX}, {@code RADIO} or {@code DROPDOWN}
     * @param role the role as the tag spells it
     * @param required whether the signer can't sign without it
     * @param documentId the document that holds it; empty for the signature of a signer for whom no document has a tag
     * @param page the page, from 1; 0 if the document doesn't tell
     * @param options what can be chosen; empty for fields without choice
     * @param value what was filled in; empty if nothing was
     */
    public SandboxField {
        options = List.copyOf(options);
    }

    /** What people write stays out of logs. */
    @Override
    public String toString() {
        return "SandboxField[" + id + ", " + type + "]";
    }
}
