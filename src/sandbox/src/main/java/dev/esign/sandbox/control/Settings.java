package dev.esign.sandbox.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The members of a body, each with its kind; whoever reads one says what it must be. */
final class Settings {

    private final ObjectNode body;

    Settings(ObjectNode body) {
        this.body = body;
    }

    /** Refuses members that nobody would look at. */
    void allow(Set<String> names) {
        body.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new ControlException(400, "The member \"" + name + "\" is unknown here; known are "
                        + String.join(", ", new TreeSet<>(names)) + ".");
            }
        });
    }

    boolean has(String name) {
        return !body.path(name).isMissingNode();
    }

    String text(String name) {
        JsonNode value = body.path(name);
        if (!value.isTextual()) {
            throw mustBe(name, "a text");
        }
        return value.textValue();
    }

    int number(String name) {
        JsonNode value = body.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw mustBe(name, "a whole number");
        }
        return value.intValue();
    }

    double fraction(String name) {
        if (!body.path(name).isNumber()) {
            throw mustBe(name, "a number");
        }
        return body.path(name).doubleValue();
    }

    long longNumber(String name, long otherwise) {
        JsonNode value = body.path(name);
        if (has(name) && (!value.isIntegralNumber() || !value.canConvertToLong())) {
            throw mustBe(name, "a whole number");
        }
        return value.asLong(otherwise);
    }

    boolean truth(String name) {
        if (has(name) && !body.path(name).isBoolean()) {
            throw mustBe(name, "true or false");
        }
        return body.path(name).asBoolean();
    }

    Duration time(String name) {
        try {
            return Times.parse(text(name));
        } catch (IllegalArgumentException e) {
            throw new ControlException(400, "The member \"" + name + "\" can't be used: " + e.getMessage() + ".");
        }
    }

    Optional<Duration> optionalTime(String name) {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    String[] texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : body.path(name)) {
            texts.add(text.textValue());
        }
        if (!body.path(name).isArray() || texts.contains(null)) {
            throw mustBe(name, "an array of texts");
        }
        return texts.toArray(String[]::new);
    }

    String oneOf(String name, String... values) {
        String value = text(name);
        if (!Arrays.asList(values).contains(value)) {
            throw mustBe(name, "one of " + String.join(", ", values));
        }
        return value;
    }

    private static ControlException mustBe(String name, String kind) {
        return new ControlException(400, "The member \"" + name + "\" must be " + kind + ".");
    }
}
