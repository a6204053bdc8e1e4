package dev.esign.sandbox.journal;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.esign.sandbox.session.DocumentContent;
import dev.esign.sandbox.wire.Members;

/** Copies a body without its secrets and its documents, and no more of it than a journal needs. Used once. */
final class Extract {

    private static final int LONGEST_TEXT = 1_000;
    private static final int ALL_TEXT = 50_000;
    private static final int MOST_NODES = 2_000;
    private static final String MORE = "…";

    private final Mask mask;
    private int nodes;
    private int characters;

    Extract(Mask mask) {
        this.mask = mask;
    }

    JsonNode of(JsonNode value) {
        if (++nodes > MOST_NODES || characters > ALL_TEXT) {
            return TextNode.valueOf(MORE);
        }
        if (value.isObject()) {
            return object(value);
        }
        if (value.isArray()) {
            return array(value);
        }
        if (value instanceof POJONode node && node.getPojo() instanceof DocumentContent content) {
            return document(content);
        }
        return value.isTextual() ? text(value.textValue()) : value;
    }

    private ObjectNode object(JsonNode given) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        // One of a list of Key and Value, such as a signer's properties.
        boolean isSecretPair = Mask.isSecret(Members.find(given, "Key").asText());
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            String name = cut(member.getKey());
            boolean isSecret = Mask.isSecret(name) || isSecretPair && name.equalsIgnoreCase("Value");
            if (isSecret && member.getValue().isValueNode() && !member.getValue().isNull()) {
                copy.put(name, mask.of(member.getValue().asText()));
            } else {
                copy.set(name, of(member.getValue()));
            }
            if (nodes > MOST_NODES) {
                break;
            }
        }
        return copy;
    }

    private ArrayNode array(JsonNode given) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : given) {
            copy.add(of(element));
            if (nodes > MOST_NODES) {
                break;
            }
        }
        return copy;
    }

    private static ObjectNode document(DocumentContent content) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        return content.isTooLarge() ? copy.put("tooLarge", true)
                : copy.put("size", content.size()).put("sha256", content.sha256());
    }

    private JsonNode text(String text) {
        return TextNode.valueOf(cut(text));
    }

    private String cut(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + MORE : text;
        characters += cut.length();
        return cut;
    }
}
