package dev.esign.runtime.webhook;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerStatus;
import dev.esign.rest.JsonMembers;
import dev.esign.runtime.webhook.WebhookMessage.Kind;

/**
 * Reads what eSign sends, leniently: with or without the {@code Data} around it, in any case, with GUIDs of zeros for absent
 * ones, and with types and codes that nobody documented.
 */
final class WebhookReader {

    private static final String SESSION_ID = "SigningSessionId";
    private static final int WRAPPERS = 3;
    private static final int LONGEST_TYPE = 64;
    /** A GUID in any form; nothing that could forge a line of a log. */
    private static final Pattern GUID = Pattern.compile("(?![0{}-]*$)[0-9A-Za-z{}-]{1,64}");

    private final ObjectMapper mapper;

    WebhookReader(int maxDepth) {
        mapper = new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(maxDepth).build()).build());
    }

    /** The message; empty when there is none in it that names a session and, for the documented types, a status. */
    Optional<WebhookMessage> read(String account, byte[] body) {
        JsonNode data;
        try {
            data = mapper.readTree(body);
        } catch (IOException malformedOrTooDeep) {
            return Optional.empty();
        }
        for (int i = 0; i < WRAPPERS && data != null && JsonMembers.member(data, SESSION_ID).isEmpty(); i++) {
            data = JsonMembers.member(data, "Data", "EsignView").orElse(null);
        }
        return data == null ? Optional.empty() : message(account, data);
    }

    private static Optional<WebhookMessage> message(String account, JsonNode data) {
        Optional<String> type = JsonMembers.text(data, "Type").filter(text -> !text.isBlank())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TYPE)));
        Kind kind = type.map(WebhookReader::kind).orElse(Kind.UNKNOWN);
        Optional<Integer> status = JsonMembers.integer(data, "Status").or(() -> named(kind, data));
        if (kind != Kind.UNKNOWN && status.isEmpty()) {
            return Optional.empty();
        }
        return guid(data, SESSION_ID).map(sessionId -> new WebhookMessage(account, kind, SessionId.of(sessionId),
                guid(data, "NewSigningSessionId").map(SessionId::of), guid(data, "SignerId"), type, status,
                JsonMembers.text(data, "Title"),
                JsonMembers.text(data, "DeclinedReason", "DeclineReason").filter(reason -> !reason.isBlank())));
    }

    private static Kind kind(String type) {
        for (Kind kind : new Kind[] { Kind.SESSION_STATUS, Kind.SIGNER_STATUS }) {
            if (kind.toString().equalsIgnoreCase(type.strip())) {
                return kind;
            }
        }
        return Kind.UNKNOWN;
    }

    private static Optional<Integer> named(Kind kind, JsonNode data) {
        Optional<String> name = JsonMembers.text(data, "Status");
        return switch (kind) {
            case SESSION_STATUS -> name.flatMap(SessionStatus::named).map(SessionStatus::code);
            case SIGNER_STATUS -> name.flatMap(SignerStatus::named).map(SignerStatus::code);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** .NET has no null for a GUID, and writes zeros instead. */
    private static Optional<String> guid(JsonNode data, String name) {
        return JsonMembers.text(data, name).map(String::strip).filter(text -> GUID.matcher(text).matches());
    }
}
