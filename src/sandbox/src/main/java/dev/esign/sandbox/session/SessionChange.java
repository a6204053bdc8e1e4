package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.wire.Members;
import dev.esign.sandbox.wire.WireType;

/**
 * What a create or update asks for: members without a value are absent, the others are in the service's own form.
 *
 * @param sessionId the session to change, empty for a new one
 */
public record SessionChange(String userName, String sessionId, ObjectNode settings, List<Document> documents,
        List<GivenSigner> signers) {

    /** A signer as given; without an id unless the client knows it from an answer. */
    public record GivenSigner(String id, ObjectNode members) {

        @Override
        public String toString() {
            return "GivenSigner[…]";
        }
    }

    public static SessionChange of(JsonNode request, Instant arrivedOn) throws MalformedRequestException {
        JsonNode session = Members.object(request, "session");
        JsonNode info = Members.object(session, "SessionInfo");
        // UpdateSession names the session in Session, AddSignersDocumentsToSession (the same call) in SessionInfo.
        String id = Members.text(session, "Id");
        List<Document> documents = new ArrayList<>();
        for (JsonNode document : Members.objects(session, "Documents")) {
            documents.add(Document.of(document, arrivedOn));
        }
        List<GivenSigner> signers = new ArrayList<>();
        for (JsonNode signer : Members.objects(session, "Signers")) {
            signers.add(new GivenSigner(Members.text(signer, "SignerId"), WireType.SIGNER.read(signer)));
        }
        return new SessionChange(Members.text(request, "userName"), id.isBlank() ? Members.text(info, "Id") : id,
                WireType.SESSION_INFO.read(info), List.copyOf(documents), List.copyOf(signers));
    }

    /** Names and addresses of people stay out of logs. */
    @Override
    public String toString() {
        return "SessionChange[documents=" + documents.size() + ", signers=" + signers.size() + "]";
    }
}
