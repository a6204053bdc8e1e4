package dev.esign.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.wire.WireDate;
import dev.esign.sandbox.wire.WireType;

/** A session in the form of the service's answers. */
public final class SessionTree {

    private SessionTree() {
    }

    public static ObjectNode of(SessionSnapshot session) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("Id", session.id());
        tree.put("SigningSessionId", session.id());
        tree.set("SessionInfo", info(session));
        ArrayNode documents = tree.putArray("Documents");
        session.contents().documents().forEach(document -> documents.add(WireType.DOCUMENT.write(document.members())));
        ArrayNode signers = tree.putArray("Signers");
        session.contents().signers().forEach(signer -> signers.add(signer(signer, session.id())));
        return tree;
    }

    private static ObjectNode info(SessionSnapshot session) {
        ObjectNode info = WireType.SESSION_INFO.write(session.contents().settings());
        // The one truth value whose documented default is true.
        info.put("SendSignerInvites", session.contents().settings().path("SendSignerInvites").asBoolean(true));
        info.put("Id", session.id());
        info.put("StatusCode", session.status().code());
        info.put("CreatedOn", WireDate.format(session.createdOn()));
        return info;
    }

    private static ObjectNode signer(Signer signer, String sessionId) {
        ObjectNode tree = WireType.SIGNER.write(signer.members());
        tree.put("SignerId", signer.id());
        tree.put("SigningSessionId", sessionId);
        tree.put("StatusCode", signer.status().code());
        return tree;
    }
}
