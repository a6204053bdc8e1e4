package dev.esign.sandbox.api;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.Field;
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
        session.contents().documents().forEach(document -> documents.add(document(document, session)));
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

    private static ObjectNode document(Document document, SessionSnapshot session) {
        ObjectNode tree = WireType.DOCUMENT.write(document.members());
        ArrayNode tags = tree.putArray("Tags");
        for (Field field : document.fields()) {
            ObjectNode tag = tags.addObject();
            tag.put("Id", field.id());
            tag.put("Type", field.kind().label());
            tag.put("Required", field.required());
            tag.put("SignerRole", field.role());
            Optional<Signer> signer = session.signerInRole(field.role());
            tag.put("SignerId", signer.map(Signer::id).orElse(null));
            tag.put("Page", field.page());
            tag.put("Place", field.place());
            tag.put("Width", field.width());
            tag.put("FontSize", field.fontSize());
            ArrayNode options = tag.putArray("Options");
            field.options().forEach(options::add);
            tag.put("Value", signer.map(holder -> holder.progress().values().get(field.id())).orElse(null));
        }
        return tree;
    }

    static ObjectNode signer(Signer signer, String sessionId) {
        ObjectNode tree = WireType.SIGNER.write(signer.members());
        tree.put("SignerId", signer.id());
        tree.put("SigningSessionId", sessionId);
        tree.put("StatusCode", signer.status().code());
        tree.put("DeclinedReason", signer.progress().declinedReason().orElse(null));
        return tree;
    }
}
