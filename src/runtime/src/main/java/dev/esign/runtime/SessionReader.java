package dev.esign.runtime;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.esign.model.Session;
import dev.esign.model.Session.HeldDocument;
import dev.esign.model.Session.HeldSigner;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerRole;
import dev.esign.model.SignerStatus;
import dev.esign.rest.JsonMembers;
import dev.esign.rest.SessionResponse;

/** Reads a session out of an answer, in any of the spellings that the documentation uses. */
final class SessionReader {

    private SessionReader() {
    }

    /** The session, as far as the answer tells of it; {@code asked} stands in for an id that isn't there. */
    static Session read(SessionId asked, SessionResponse answer) {
        JsonNode session = answer.sessions().isEmpty() ? MissingNode.getInstance()
                : answer.sessions().get(0);
        return read(id(answer).or(() -> id(session)).orElse(asked), session);
    }

    /** The id that stands beside the sessions. */
    static Optional<SessionId> id(SessionResponse answer) {
        return Optional.ofNullable(answer.signingSessionId()).filter(text -> !text.isBlank()).map(SessionId::of);
    }

    /** The id inside a session or its {@code SessionInfo}; a row of a list may also be just an id. */
    static Optional<SessionId> id(JsonNode session) {
        String[] spellings = { "Id", "SigningSessionId", "SessionId" };
        Optional<String> id = session.isTextual() ? Optional.of(session.textValue())
                : JsonMembers.text(session, spellings)
                        .or(() -> JsonMembers.member(session, "SessionInfo")
                                .flatMap(info -> JsonMembers.text(info, spellings)));
        return id.filter(text -> !text.isBlank()).map(SessionId::of);
    }

    /** The session in this node. */
    static Session read(SessionId id, JsonNode session) {
        JsonNode info = JsonMembers.member(session, "SessionInfo").orElse(session);
        return new Session(id, status(session).or(() -> status(info)),
                JsonMembers.text(info, "Title"), JsonMembers.text(info, "TransactionId"),
                JsonMembers.moment(info, "ExpiresOn"),
                JsonMembers.objects(session, "Documents").stream().map(SessionReader::document).toList(),
                JsonMembers.objects(session, "Signers").stream().map(SessionReader::signer).toList(),
                JsonMembers.all(session));
    }

    static Optional<SessionStatus> status(JsonNode node) {
        String[] spellings = { "StatusCode", "Status", "SessionStatus" };
        return JsonMembers.integer(node, spellings).map(SessionStatus::new)
                .or(() -> JsonMembers.text(node, spellings).flatMap(SessionStatus::named));
    }

    private static HeldDocument document(JsonNode node) {
        return new HeldDocument(JsonMembers.text(node, "FileName"), JsonMembers.truth(node, "HasAnchorTags"));
    }

    private static HeldSigner signer(JsonNode node) {
        return new HeldSigner(JsonMembers.text(node, "SignerId"),
                JsonMembers.text(node, "SignerRole").filter(role -> !role.isBlank()).map(SignerRole::of),
                JsonMembers.text(node, "FirstName"), JsonMembers.text(node, "LastName"),
                JsonMembers.text(node, "EmailAddress"),
                JsonMembers.integer(node, "StatusCode", "Status").map(SignerStatus::new)
                        .or(() -> JsonMembers.text(node, "StatusCode", "Status").flatMap(SignerStatus::named)));
    }
}
