package dev.esign.sandbox.wire;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What a member holds: takes every form that one of .NET's readers takes, and keeps the one the service answers with. */
public enum MemberKind {

    TEXT("a text") {
        @Override
        public JsonNode read(JsonNode given) {
            return given.isValueNode() ? TextNode.valueOf(given.asText()) : null;
        }
    },

    NUMBER("a whole number") {
        @Override
        public JsonNode read(JsonNode given) {
            if (given.isTextual() && given.textValue().matches("[+-]?\\d{1,10}")) {
                return read(JsonNodeFactory.instance.numberNode(new BigInteger(given.textValue())));
            }
            return given.isIntegralNumber() && given.canConvertToInt() ? JsonNodeFactory.instance.numberNode(given.intValue())
                    : null;
        }
    },

    BOOLEAN("true or false") {
        @Override
        public JsonNode read(JsonNode given) {
            return given.isBoolean() ? given : switch (given.asText().toLowerCase(Locale.ROOT)) {
                case "true" -> JsonNodeFactory.instance.booleanNode(true);
                case "false" -> JsonNodeFactory.instance.booleanNode(false);
                default -> null;
            };
        }
    },

    DATE("a date") {
        @Override
        public JsonNode read(JsonNode given) {
            return WireDate.parse(given.asText()).<JsonNode> map(date -> TextNode.valueOf(WireDate.format(date))).orElse(null);
        }

        /** For a DateTime that nobody set, .NET writes the first day of year 1, and Mono the first day of year 100. */
        @Override
        public boolean isUnset(JsonNode given) {
            return super.isUnset(given)
                    || WireDate.parse(given.asText()).filter(date -> date.isBefore(FIRST_MEANT)).isPresent();
        }
    },

    /** An AuthenticationMethod. Its numbers are documented nowhere, so that name or number stays as it was sent. */
    METHOD("a name or a number") {
        @Override
        public JsonNode read(JsonNode given) {
            return given.isTextual() || given.isIntegralNumber() ? given : null;
        }
    },

    METHODS("an array of names or numbers") {
        @Override
        public JsonNode read(JsonNode given) {
            if (!given.isArray()) {
                return null;
            }
            for (JsonNode method : given) {
                if (METHOD.read(method) == null) {
                    return null;
                }
            }
            return given;
        }
    },

    /**
     * A dictionary: an object to JavaScriptSerializer, a list of Key/Value to WCF's reader. The answer is an object: the one
     * reads nothing else, and the other doesn't fail on it.
     */
    DICTIONARY("an object or an array of Key and Value") {
        @Override
        public JsonNode read(JsonNode given) {
            JsonNode pairs = PAIRS.read(given);
            if (pairs == null) {
                return null;
            }
            ObjectNode dictionary = JsonNodeFactory.instance.objectNode();
            pairs.forEach(pair -> dictionary.set(pair.get("Key").textValue(), pair.get("Value")));
            return dictionary;
        }
    },

    /** Pairs, which the documentation calls an array; the documented create writes them as a dictionary all the same. */
    PAIRS("an object or an array of Key and Value") {
        @Override
        public JsonNode read(JsonNode given) {
            ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
            if (given.isObject()) {
                for (Map.Entry<String, JsonNode> member : given.properties()) {
                    if (!member.getValue().isValueNode()) {
                        return null;
                    }
                    addPair(pairs, member.getKey(), member.getValue());
                }
                return pairs;
            }
            for (JsonNode pair : given) {
                JsonNode key = Members.find(pair, "Key");
                JsonNode value = Members.find(pair, "Value");
                if (!pair.isObject() || !key.isTextual() || value.isContainerNode()) {
                    return null;
                }
                addPair(pairs, key.textValue(), value);
            }
            return given.isArray() ? pairs : null;
        }

        private void addPair(ArrayNode pairs, String key, JsonNode value) {
            String text = value.isNull() || value.isMissingNode() ? null : value.asText();
            pairs.addObject().put("Key", key).put("Value", text);
        }
    };

    private static final Instant FIRST_MEANT = Instant.parse("0101-01-01T00:00:00Z");

    private final String description;

    MemberKind(String description) {
        this.description = description;
    }

    /** The value in the service's own form, or {@code null} if it is of another kind. */
    public abstract JsonNode read(JsonNode given);

    /** Whether this stands for no value. */
    public boolean isUnset(JsonNode given) {
        return given.isNull() || given.isMissingNode();
    }

    /**
     * What .NET writes where no value was given: a number, an enumeration or a truth value can't be null there. An
     * enumeration that nobody set is 0, whatever its names are numbered.
     */
    public JsonNode unset() {
        return switch (this) {
            case NUMBER, METHOD -> JsonNodeFactory.instance.numberNode(0);
            case BOOLEAN -> JsonNodeFactory.instance.booleanNode(false);
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    @Override
    public String toString() {
        return description;
    }
}
