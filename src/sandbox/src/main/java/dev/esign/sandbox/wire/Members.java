package dev.esign.sandbox.wire;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.esign.sandbox.http.MalformedRequestException;

/** Finds members of objects. */
public final class Members {

    private Members() {
    }

    /** A member whatever the case of its name: the documentation spells many in several ways. Missing if absent. */
    public static JsonNode find(JsonNode object, String name) {
        JsonNode exact = object.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** A member that is an object, or missing if absent or null. */
    public static JsonNode object(JsonNode object, String name) throws MalformedRequestException {
        JsonNode found = find(object, name);
        if (found.isNull() || found.isMissingNode()) {
            return MissingNode.getInstance();
        }
        if (!found.isObject()) {
            throw new MalformedRequestException(name + " is not an object.");
        }
        return found;
    }

    /** A member that is an array of objects; empty if absent or null. */
    public static Iterable<JsonNode> objects(JsonNode object, String name) throws MalformedRequestException {
        JsonNode found = find(object, name);
        boolean absent = found.isNull() || found.isMissingNode();
        if (!absent && !found.isArray()) {
            throw new MalformedRequestException(name + " is not an array.");
        }
        for (JsonNode element : found) {
            if (!element.isObject()) {
                throw new MalformedRequestException(name + " holds something other than objects.");
            }
        }
        return found;
    }

    /** A member that is a text; empty if absent or null. */
    public static String text(JsonNode object, String name) throws MalformedRequestException {
        JsonNode found = find(object, name);
        if (found.isContainerNode()) {
            throw new MalformedRequestException(name + " is not " + MemberKind.TEXT + ".");
        }
        return found.isNull() ? "" : found.asText();
    }
}
