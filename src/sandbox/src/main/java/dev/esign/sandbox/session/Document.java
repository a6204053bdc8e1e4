package dev.esign.sandbox.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.wire.Members;
import dev.esign.sandbox.wire.WireType;

/**
 * A document of a session. Immutable: its members are never changed in place.
 *
 * @param id unguessable: it is part of links to the document
 * @param tags how far its anchor tags are
 * @param fields what its anchor tags ask signers to fill in
 */
public record Document(String id, ObjectNode members, DocumentContent content, Instant arrivedOn, TagState tags,
        List<Field> fields) {

    public Document {
        fields = List.copyOf(fields);
    }

    public static Document of(JsonNode given, Instant arrivedOn) throws MalformedRequestException {
        DocumentContent content = Members.find(given, "FileBytes") instanceof POJONode node
                ? (DocumentContent) node.getPojo()
                : DocumentContent.NONE;
        ObjectNode members = WireType.DOCUMENT.read(given);
        return new Document(UUID.randomUUID().toString(), members, content, arrivedOn,
                members.path("HasAnchorTags").asBoolean() ? TagState.PENDING : TagState.NONE, List.of());
    }

    /** This document with a place in the order of documents, unless it has one. */
    public Document withSequence(int sequence) {
        // 0 is what .NET sends for a number that nobody set.
        return sequence() != 0 ? this
                : new Document(id, members.deepCopy().put("Sequence", sequence), content, arrivedOn, tags, fields);
    }

    /** The same document for another session. */
    Document copy(boolean withFields) {
        String copyId = UUID.randomUUID().toString();
        return withFields
                ? new Document(copyId, members, content, arrivedOn, tags,
                        fields.stream().map(field -> field.in(copyId)).toList())
                : new Document(copyId, members, content, arrivedOn, TagState.NONE, List.of());
    }

    Document with(TagState newTags, List<Field> newFields) {
        return new Document(id, members, content, arrivedOn, newTags, newFields);
    }

    Document withoutContent() {
        return new Document(id, members, DocumentContent.NONE, arrivedOn, tags, fields);
    }

    public String fileName() {
        return members.path("FileName").asText();
    }

    /** What to call it in a text for the client: its file name, or the template it comes from. */
    public String label() {
        return fileName().isBlank() ? members.path("FormId").asText() : fileName();
    }

    public int sequence() {
        return members.path("Sequence").asInt();
    }

    /** Whether there is something to sign: a named file, or a template that brings its own. */
    public boolean isUploaded() {
        boolean hasTemplate = !members.path("FormId").asText().isBlank();
        return !content.isTooLarge() && (hasTemplate || !fileName().isBlank() && content.size() > 0);
    }

    /** Whether it is too early for its tags, however fast they were read. */
    public boolean isBeingProcessed(Instant now, Duration tagProcessing) {
        return tags.phase() == TagState.Phase.PENDING
                || tags.phase() != TagState.Phase.NONE && now.isBefore(arrivedOn.plus(tagProcessing));
    }

    @Override
    public String toString() {
        return "Document[" + content.size() + " bytes]";
    }
}
