package dev.esign.sandbox.wire;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What one of .NET's readers makes of a value: as measured with Mono 6.8, and refused where .NET Framework is known to refuse
 * what Mono takes. Only ever narrower than {@link MemberKind#read}.
 */
enum Dialect {

    JAVASCRIPT_SERIALIZER(false) {
        @Override
        boolean readsDate(JsonNode given) {
            return given.isTextual() && !OFFSET_DATE.matcher(given.textValue()).matches();
        }

        @Override
        boolean readsMethod(JsonNode given) {
            return isNumber(given) || METHODS.contains(given.asText().toLowerCase(Locale.ROOT));
        }

        @Override
        boolean readsTruth(JsonNode given) {
            return true;
        }

        @Override
        JsonNode dictionary(JsonNode given) {
            return given.isArray() ? null : given;
        }
    },

    DATA_CONTRACT(true) {
        @Override
        boolean readsDate(JsonNode given) {
            return given.isTextual() && ANY_DATE.matcher(given.textValue()).matches();
        }

        @Override
        boolean readsMethod(JsonNode given) {
            return isNumber(given);
        }

        @Override
        boolean readsTruth(JsonNode given) {
            return !given.isTextual() || Set.of("true", "false").contains(given.textValue());
        }

        @Override
        JsonNode dictionary(JsonNode given) {
            if (!given.isArray()) {
                // Lost without a word.
                return JsonNodeFactory.instance.objectNode();
            }
            for (JsonNode pair : given) {
                if (!pair.has("Key") || !pair.has("Value")) {
                    return null;
                }
            }
            return given;
        }
    };

    private static final Pattern ANY_DATE = Pattern.compile("/Date\\(-?\\d+([+-]\\d{4})?\\)/");
    private static final Pattern OFFSET_DATE = Pattern.compile("/Date\\(-?\\d+[+-]\\d{4}\\)/");
    private static final Set<String> METHODS = Set.of("kbapluspassword", "kba", "none", "password", "sms");

    private final boolean isCaseSensitive;

    Dialect(boolean isCaseSensitive) {
        this.isCaseSensitive = isCaseSensitive;
    }

    /** Whether a member that is spelt in another case is none. */
    boolean isCaseSensitive() {
        return isCaseSensitive;
    }

    /** What is left of a value of a kind, or {@code null} if the reader fails on it. */
    JsonNode read(MemberKind kind, JsonNode given) {
        return switch (kind) {
            case TEXT -> given;
            case NUMBER -> unless(given.isNull(), given);
            case BOOLEAN -> unless(given.isNull() || !readsTruth(given), given);
            // Whether a date may be null depends on a type that isn't documented.
            case DATE -> unless(!given.isNull() && !readsDate(given), given);
            case METHOD -> unless(given.isNull() || !readsMethod(given), given);
            case METHODS -> unless(!given.isNull() && !readsMethods(given), given);
            case DICTIONARY -> given.isNull() ? given : dictionary(given);
            case PAIRS -> pairs(given);
        };
    }

    abstract boolean readsDate(JsonNode given);

    abstract boolean readsMethod(JsonNode given);

    abstract boolean readsTruth(JsonNode given);

    /** What is left of a dictionary, or {@code null} if the reader fails on it. */
    abstract JsonNode dictionary(JsonNode given);

    private boolean readsMethods(JsonNode given) {
        for (JsonNode method : given) {
            if (!readsMethod(method)) {
                return false;
            }
        }
        return true;
    }

    /** A list of objects to both readers, which an object silently leaves empty. */
    private JsonNode pairs(JsonNode given) {
        if (given.isObject()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (!isCaseSensitive || !given.isArray()) {
            return given;
        }
        ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
        given.forEach(pair -> {
            if (pair.has("Key")) {
                pairs.add(pair);
            }
        });
        return pairs;
    }

    private static boolean isNumber(JsonNode given) {
        return given.isIntegralNumber() || given.isTextual() && given.textValue().matches("-?\\d{1,9}");
    }

    private static JsonNode unless(boolean fails, JsonNode given) {
        return fails ? null : given;
    }
}
