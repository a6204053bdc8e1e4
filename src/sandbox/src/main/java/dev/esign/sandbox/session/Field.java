package dev.esign.sandbox.session;

import java.util.List;

/**
 * Something for a signer to fill in. Immutable.
 *
 * @param id unique within the session
 * @param role the role whose signer fills it in, as the anchor tag spells it
 * @param required whether the signer can't sign without it
 * @param automatic whether it is filled in by itself: a date tag with {@code aut}, or a signature with AutoApplySignature
 * @param documentId the document that holds it; empty for a signature that belongs to no place in a document
 * @param page the page it is on, from 1; 0 if the document doesn't tell
 * @param place where the tag stood, in words; empty for a signature that belongs to no place
 * @param width in pixels; 0 if the tag doesn't tell
 * @param fontSize in pixels; 0 if the tag doesn't tell
 * @param options what can be chosen in a list, or {@code 1} to {@code n} for radio buttons; empty for other kinds
 * @param value what it holds; empty as long as it isn't filled in. A checkbox holds {@code true} or {@code false}, a date
 *        {@code yyyy-MM-dd}, a time {@code HH:mm}, a date with time {@code yyyy-MM-ddTHH:mm}
 */
public record Field(String id, FieldKind kind, String role, boolean required, boolean automatic, String documentId, int page,
        String place, int width, int fontSize, List<String> options, String value) {

    public Field {
        options = List.copyOf(options);
    }

    /** The field of a signer for whom no document has a tag. */
    static Field plainSignature(Signer signer) {
        return new Field("signature", FieldKind.SIGNATURE, signer.role(), true, signer.appliesSignature(), "", 0, "", 0, 0,
                List.of(), "");
    }

    public Field withValue(String newValue) {
        return new Field(id, kind, role, required, automatic, documentId, page, place, width, fontSize, options, newValue);
    }

    /** The same field of another document. */
    Field in(String otherDocumentId) {
        return new Field(id, kind, role, required, automatic, otherDocumentId, page, place, width, fontSize, options, value);
    }

    public Field withAutomatic(boolean newAutomatic) {
        return new Field(id, kind, role, required, newAutomatic, documentId, page, place, width, fontSize, options, value);
    }

    /** What signers write stays out of logs. */
    @Override
    public String toString() {
        return "Field[" + id + ", " + kind + "]";
    }
}
