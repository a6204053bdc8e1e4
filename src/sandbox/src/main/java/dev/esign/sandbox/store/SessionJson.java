package dev.esign.sandbox.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.DocumentContent;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.FieldKind;
import dev.esign.sandbox.session.LogEntry;
import dev.esign.sandbox.session.Mail;
import dev.esign.sandbox.session.PasswordHash;
import dev.esign.sandbox.session.SessionContents;
import dev.esign.sandbox.session.SessionHistory;
import dev.esign.sandbox.session.SessionHistory.PendingPurge;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SignerProgress;
import dev.esign.sandbox.session.SignerStatus;
import dev.esign.sandbox.session.TagState;
import dev.esign.sandbox.session.Upload;

/** A session as a JSON tree, without the bytes of its documents. */
final class SessionJson {

    private final DocumentFiles documents;

    SessionJson(DocumentFiles documents) {
        this.documents = documents;
    }

    /** The digests of all documents that a session has. */
    static Set<String> contents(SessionSnapshot session) {
        Set<String> digests = new HashSet<>();
        session.contents().documents().forEach(document -> digests.add(document.content().sha256()));
        session.contents().signers()
                .forEach(signer -> signer.progress().uploads().forEach(upload -> digests.add(upload.content().sha256())));
        digests.remove("");
        return digests;
    }

    ObjectNode write(SessionSnapshot session) {
        ObjectNode tree = object();
        tree.put("id", session.id());
        tree.put("status", session.status().name());
        tree.put("createdOn", session.createdOn().toString());
        put(tree, "startedOn", session.startedOn());
        tree.set("settings", session.contents().settings());
        put(tree, "password", session.contents().password().map(PasswordHash::text));
        tree.set("documents", array(session.contents().documents(), SessionJson::write));
        tree.set("signers", array(session.contents().signers(), SessionJson::write));
        SessionHistory history = session.history();
        tree.put("owner", history.owner());
        put(tree, "expiry", history.expiry());
        put(tree, "completedOn", history.completedOn());
        put(tree, "purgeOn", history.purge().map(PendingPurge::on));
        put(tree, "statusBeforePurge", history.purge().map(PendingPurge::before));
        put(tree, "nextReminder", history.nextReminder());
        tree.set("copiedTo", texts(history.copiedTo()));
        tree.set("log", array(history.log(), SessionJson::write));
        tree.set("mails", array(history.mails(), SessionJson::write));
        return tree;
    }

    SessionSnapshot read(JsonNode tree) {
        String id = text(tree, "id");
        SessionContents contents = new SessionContents(members(tree, "settings"), list(tree, "documents", this::document),
                list(tree, "signers", this::signer), optional(tree, "password", PasswordHash::parse));
        Optional<PendingPurge> purge = optional(tree, "purgeOn", Instant::parse)
                .map(on -> new PendingPurge(on, SessionStatus.valueOf(text(tree, "statusBeforePurge"))));
        SessionHistory history = new SessionHistory(text(tree, "owner"), optional(tree, "expiry", Instant::parse),
                optional(tree, "completedOn", Instant::parse), purge, optional(tree, "nextReminder", Instant::parse),
                texts(tree, "copiedTo"), list(tree, "log", SessionJson::logEntry),
                list(tree, "mails", mail -> mail(mail, id)));
        return new SessionSnapshot(id, SessionStatus.valueOf(text(tree, "status")), Instant.parse(text(tree, "createdOn")),
                optional(tree, "startedOn", Instant::parse), contents, history);
    }

    private static ObjectNode write(Document document) {
        ObjectNode tree = write(document.content()).put("id", document.id()).put("arrivedOn",
                document.arrivedOn().toString());
        tree.set("members", document.members());
        tree.put("tags", document.tags().phase().name()).put("tagProblem", document.tags().problem());
        tree.set("fields", array(document.fields(), SessionJson::write));
        return tree;
    }

    private Document document(JsonNode tree) {
        return new Document(text(tree, "id"), members(tree, "members"), content(tree), Instant.parse(text(tree, "arrivedOn")),
                new TagState(TagState.Phase.valueOf(text(tree, "tags")), text(tree, "tagProblem")),
                list(tree, "fields", SessionJson::field));
    }

    private static ObjectNode write(DocumentContent content) {
        return object().put("size", content.size()).put("sha256", content.sha256());
    }

    private DocumentContent content(JsonNode tree) {
        return documents.content(tree.path("size").asLong(), text(tree, "sha256"));
    }

    private static ObjectNode write(Field field) {
        ObjectNode tree = object().put("id", field.id()).put("kind", field.kind().name()).put("role", field.role())
                .put("required", field.required()).put("automatic", field.automatic()).put("documentId", field.documentId())
                .put("page", field.page()).put("place", field.place()).put("width", field.width())
                .put("fontSize", field.fontSize());
        tree.set("options", texts(field.options()));
        return tree;
    }

    private static Field field(JsonNode tree) {
        return new Field(text(tree, "id"), FieldKind.valueOf(text(tree, "kind")), text(tree, "role"),
                tree.path("required").asBoolean(), tree.path("automatic").asBoolean(), text(tree, "documentId"),
                tree.path("page").asInt(), text(tree, "place"), tree.path("width").asInt(), tree.path("fontSize").asInt(),
                texts(tree, "options"),
                "");
    }

    private static ObjectNode write(Signer signer) {
        SignerProgress progress = signer.progress();
        ObjectNode tree = object().put("id", signer.id()).put("status", signer.status().name());
        tree.set("members", signer.members());
        tree.put("inviteToken", progress.inviteToken());
        put(tree, "password", progress.password().map(PasswordHash::text));
        put(tree, "phone", progress.phone());
        tree.put("failures", progress.failures());
        put(tree, "invitedOn", progress.invitedOn());
        put(tree, "endedOn", progress.endedOn());
        ObjectNode values = tree.putObject("values");
        progress.values().forEach(values::put);
        tree.set("uploads", array(progress.uploads(), upload -> write(upload.content()).put("id", upload.id())
                .put("fileName", upload.fileName()).put("arrivedOn", upload.arrivedOn().toString())));
        put(tree, "declinedReason", progress.declinedReason());
        put(tree, "delegatedTo", progress.delegatedTo());
        return tree;
    }

    private Signer signer(JsonNode tree) {
        Map<String, String> values = new LinkedHashMap<>();
        tree.path("values").properties().forEach(value -> values.put(value.getKey(), value.getValue().asText()));
        SignerProgress progress = new SignerProgress(text(tree, "inviteToken"),
                optional(tree, "password", PasswordHash::parse), optional(tree, "phone", Function.identity()),
                tree.path("failures").asInt(), optional(tree, "invitedOn", Instant::parse),
                optional(tree, "endedOn", Instant::parse), values,
                list(tree, "uploads", upload -> new Upload(text(upload, "id"), text(upload, "fileName"), content(upload),
                        Instant.parse(text(upload, "arrivedOn")))),
                optional(tree, "declinedReason", Function.identity()), optional(tree, "delegatedTo", Function.identity()));
        return new Signer(text(tree, "id"), SignerStatus.valueOf(text(tree, "status")), members(tree, "members"), progress);
    }

    private static ObjectNode write(LogEntry entry) {
        return object().put("at", entry.at().toString()).put("ip", entry.ip()).put("description", entry.description());
    }

    private static LogEntry logEntry(JsonNode tree) {
        return new LogEntry(Instant.parse(text(tree, "at")), text(tree, "ip"), text(tree, "description"));
    }

    private static ObjectNode write(Mail mail) {
        ObjectNode tree = object().put("id", mail.id()).put("kind", mail.kind().name()).put("to", mail.to());
        tree.set("cc", texts(mail.cc()));
        tree.put("subject", mail.subject()).put("text", mail.text());
        tree.set("links", array(mail.links(), link -> object().put("label", link.label()).put("path", link.path())));
        tree.set("attachments", texts(mail.attachments()));
        return tree.put("at", mail.at().toString());
    }

    private static Mail mail(JsonNode tree, String sessionId) {
        return new Mail(text(tree, "id"), sessionId, Mail.Kind.valueOf(text(tree, "kind")), text(tree, "to"),
                texts(tree, "cc"), text(tree, "subject"), text(tree, "text"),
                list(tree, "links", link -> new Mail.Link(text(link, "label"), text(link, "path"))),
                texts(tree, "attachments"), Instant.parse(text(tree, "at")));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static <T> ArrayNode array(List<T> elements, Function<T, ObjectNode> writer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
        elements.forEach(element -> array.add(writer.apply(element)));
        return array;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }

    private static void put(ObjectNode tree, String name, Optional<?> value) {
        value.ifPresent(present -> tree.put(name, present.toString()));
    }

    private static ObjectNode members(JsonNode tree, String name) {
        return (ObjectNode) tree.required(name);
    }

    private static String text(JsonNode tree, String name) {
        return tree.required(name).textValue();
    }

    private static <T> Optional<T> optional(JsonNode tree, String name, Function<String, T> reader) {
        return tree.has(name) ? Optional.of(reader.apply(text(tree, name))) : Optional.empty();
    }

    private static <T> List<T> list(JsonNode tree, String name, Function<JsonNode, T> reader) {
        List<T> list = new ArrayList<>();
        tree.required(name).forEach(element -> list.add(reader.apply(element)));
        return List.copyOf(list);
    }

    private static List<String> texts(JsonNode tree, String name) {
        return list(tree, name, JsonNode::textValue);
    }
}
