package dev.esign.rest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads eSign's answers, whatever their Content-Type: JSON in any of the spellings of the documentation, {@code null} as
 * null. Anything else, such as the HTML page of a proxy, is an {@link UnreadableAnswerException}. The application's own
 * JSON settings have no influence. Thread-safe.
 */
@Consumes(MediaType.WILDCARD)
public class AnswerReader implements MessageBodyReader<Answer> {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Answer.class.isAssignableFrom(type);
    }

    @Override
    public Answer readFrom(Class<Answer> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> httpHeaders, InputStream entityStream) throws IOException {
        return read(type, entityStream.readAllBytes());
    }

    /** Reads one answer of the given type; null when the body is {@code null} or empty. */
    static Answer read(Class<? extends Answer> type, byte[] body) throws IOException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JsonProcessingException notJson) {
            // The parser's own message quotes the answer, so it isn't kept as a cause.
            throw new UnreadableAnswerException(body);
        }
        if (tree == null || tree.isNull() || tree.isMissingNode()) {
            return null;
        }
        if (!tree.isObject()) {
            throw new UnreadableAnswerException(body);
        }
        JsonNode object = unwrap(tree);
        if (object.isNull()) {
            return null;
        }
        String message = JsonMembers.text(object, "Message").orElse(null);
        List<String> details = JsonMembers.texts(object, "Details");
        String returnValue = JsonMembers.text(object, "ReturnValue").orElse(null);
        if (type == RequestResponse.class) {
            return new RequestResponse(message, details, returnValue);
        }
        if (type == UserResponse.class) {
            return new UserResponse(message, details, returnValue, array(object, "Users", "User"));
        }
        if (type == ActionLogResponse.class) {
            return new ActionLogResponse(message, details, returnValue,
                    array(object, "Actionlog", "ActionLogs", "ActionLogList", "Logs"));
        }
        if (type == PageResponse.class) {
            return new PageResponse(message, details, returnValue, JsonMembers.integer(object, "TotalCount").orElse(null),
                    array(object, "Sessions", "SessionInfoLite", "SessionInfos", "SessionIds", "SignerDocuments", "Documents"));
        }
        return new SessionResponse(message, details, returnValue,
                JsonMembers.text(object, "SigningSessionId", "SessionId", "Id").orElse(null), sessions(object));
    }

    /** WCF can wrap an answer as {@code {"CreateSessionResult": {…}}}. */
    static JsonNode unwrap(JsonNode tree) {
        if (tree.size() == 1) {
            Map.Entry<String, JsonNode> only = tree.fields().next();
            if (only.getKey().endsWith("Result") && (only.getValue().isObject() || only.getValue().isNull())) {
                return only.getValue();
            }
        }
        return tree;
    }

    /** Where the name of an array isn't published, or isn't kept to: the likely names first, then the only other array. */
    private static List<JsonNode> array(JsonNode object, String... names) {
        List<JsonNode> named = JsonMembers.objects(object, names);
        if (!named.isEmpty()) {
            return named;
        }
        List<String> others = new ArrayList<>();
        object.fields().forEachRemaining(member -> {
            if (member.getValue().isArray() && !member.getKey().equalsIgnoreCase("Details")) {
                others.add(member.getKey());
            }
        });
        return others.size() == 1 ? JsonMembers.objects(object, others.get(0)) : List.of();
    }

    /** The name of the array of sessions is published nowhere: the likely names first, then any array of session objects. */
    private static List<JsonNode> sessions(JsonNode object) {
        List<JsonNode> named = JsonMembers.objects(object, "Sessions", "Session", "SessionArray", "SessionList");
        if (!named.isEmpty()) {
            return named;
        }
        List<JsonNode> found = new ArrayList<>();
        object.forEach(member -> {
            if (member.isArray()) {
                member.forEach(element -> {
                    if (JsonMembers.member(element, "SessionInfo").isPresent()) {
                        found.add(element);
                    }
                });
            }
        });
        return found.isEmpty() && JsonMembers.member(object, "SessionInfo").isPresent() ? List.of(object) : List.copyOf(found);
    }
}
