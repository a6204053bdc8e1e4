package dev.esign.sandbox.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.WebhookMisbehaviour;
import dev.esign.sandbox.session.SessionEvent;
import dev.esign.sandbox.session.SessionEvent.SignerMoved;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.SignerStatus;
import dev.esign.sandbox.wire.DotNetJson;

/**
 * The documented {@code EsignData}: what a receiver is told.
 *
 * @param signerId absent unless it is about a signer
 * @param declinedReason absent unless the signer declined
 */
record Message(String sessionId, Optional<String> signerId, String type, int status, String title,
        Optional<String> declinedReason, Instant at) {

    private static final String OF_SESSION = "SessionStatus";
    private static final String OF_SIGNER = "SignerStatus";
    /** .NET has no null for a GUID. */
    private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";

    static Message of(SessionEvent event) {
        SessionSnapshot session = event.session();
        if (event instanceof SignerMoved moved) {
            SignerStatus status = moved.signer().status();
            return new Message(session.id(), Optional.of(moved.signer().id()), OF_SIGNER, status.code(),
                    session.contents().title(), moved.declinedReason().filter(reason -> status == SignerStatus.DECLINED),
                    event.at());
        }
        return new Message(session.id(), Optional.empty(), OF_SESSION, session.status().code(), session.contents().title(),
                Optional.empty(), event.at());
    }

    static Message test(Instant at) {
        return new Message(UUID.randomUUID().toString(), Optional.empty(), OF_SESSION, SessionStatus.IN_DRAFT.code(),
                "Test message of the eSign sandbox", Optional.empty(), at);
    }

    /** The message with the status and type that were asked for. */
    Message distorted(Set<WebhookMisbehaviour> wrong) {
        return new Message(sessionId, signerId, wrong.contains(WebhookMisbehaviour.UNKNOWN_TYPE) ? "UnknownStatus" : type,
                wrong.contains(WebhookMisbehaviour.UNKNOWN_STATUS) ? 99 : status, title, declinedReason, at);
    }

    String json(Set<WebhookMisbehaviour> wrong) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("SigningSessionId", sessionId);
        data.put("NewSigningSessionId", NO_GUID);
        data.put("SignerId", signerId.orElse(NO_GUID));
        data.put("Type", type);
        data.put("Status", status);
        data.put("Title", title);
        declinedReason.ifPresent(reason -> data.put("DeclinedReason", reason));
        boolean more = wrong.contains(WebhookMisbehaviour.EXTRA_MEMBERS);
        if (more) {
            data.putObject("UnknownObject").putArray("UnknownArray").add(1).addNull();
        }
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        if (wrong.contains(WebhookMisbehaviour.WITHOUT_DATA)) {
            view = data;
        } else {
            view.set("Data", data);
        }
        if (more) {
            view.put("UnknownText", "The documentation names no such member.");
        }
        return new String(DotNetJson.write(view), StandardCharsets.UTF_8);
    }

    /** Titles and reasons stay out of logs. */
    @Override
    public String toString() {
        return "Message[" + sessionId + ", " + type + " " + status + "]";
    }
}
