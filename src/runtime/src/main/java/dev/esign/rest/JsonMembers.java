package dev.esign.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Lenient access to the members of an object in an answer: the documentation spells one member in several ways, so names are
 * compared without regard to case, {@code null} is the same as absent, and a value of another type is read as text where
 * that makes sense.
 */
public final class JsonMembers {

    /** {@code /Date(1796947200000)/}, also with an offset such as {@code +0100}, which doesn't change the moment. */
    private static final Pattern DOT_NET_DATE = Pattern.compile("/Date\\((-?\\d{1,18})(?:[+-]\\d{4})?\\)/");

    private JsonMembers() {
    }

    /**
     * Looks a member up.
     *
     * @param object any node; one that isn't an object has no members
     * @param names the member's spellings, the likeliest first
     * @return the first of them that is there and not null
     */
    public static Optional<JsonNode> member(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode exact = object.get(name);
            if (exact != null) {
                if (!exact.isNull()) {
                    return Optional.of(exact);
                }
                continue;
            }
            for (Iterator<Map.Entry<String, JsonNode>> members = object.fields(); members.hasNext();) {
                Map.Entry<String, JsonNode> member = members.next();
                if (member.getKey().equalsIgnoreCase(name) && !member.getValue().isNull()) {
                    return Optional.of(member.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A member as text.
     *
     * @param object the object
     * @param names the member's spellings
     * @return the text, number or truth value (as {@code True} or {@code False}); empty for anything else
     */
    public static Optional<String> text(JsonNode object, String... names) {
        return member(object, names).filter(JsonNode::isValueNode).map(JsonMembers::asText);
    }

    /**
     * A member as a whole number.
     *
     * @param object the object
     * @param names the member's spellings
     * @return the number, also from a text that holds one
     */
    public static Optional<Integer> integer(JsonNode object, String... names) {
        return text(object, names).filter(text -> text.matches("-?\\d{1,9}")).map(Integer::valueOf);
    }

    /**
     * A member as a truth value.
     *
     * @param object the object
     * @param names the member's spellings
     * @return whether it is true, {@code "True"} or 1
     */
    public static boolean truth(JsonNode object, String... names) {
        return text(object, names).map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("true") || text.equals("1")).isPresent();
    }

    /**
     * A member as a moment.
     *
     * @param object the object
     * @param names the member's spellings
     * @return the moment, from .NET's {@code /Date(…)/} or from ISO 8601 with an offset
     */
    public static Optional<Instant> moment(JsonNode object, String... names) {
        return text(object, names).flatMap(JsonMembers::parseMoment);
    }

    /**
     * A member as texts.
     *
     * @param object the object
     * @param names the member's spellings
     * @return the texts of an array, or the single text that stands in its place
     */
    public static List<String> texts(JsonNode object, String... names) {
        return objects(object, names).stream().filter(JsonNode::isValueNode).map(JsonMembers::asText).toList();
    }

    /**
     * A member as a list of nodes.
     *
     * @param object the object
     * @param names the member's spellings
     * @return the elements of an array that aren't null, or the single node that stands in its place
     */
    public static List<JsonNode> objects(JsonNode object, String... names) {
        List<JsonNode> nodes = new ArrayList<>();
        member(object, names).ifPresent(member -> {
            if (member.isArray()) {
                member.forEach(element -> {
                    if (!element.isNull()) {
                        nodes.add(element);
                    }
                });
            } else {
                nodes.add(member);
            }
        });
        return List.copyOf(nodes);
    }

    /**
     * All members, so that none is lost that the documentation doesn't mention.
     *
     * @param object the object
     * @return the JSON text of each member by its name, in their order; empty for anything but an object
     */
    public static Map<String, String> all(JsonNode object) {
        Map<String, String> members = new LinkedHashMap<>();
        object.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue().toString()));
        return members;
    }

    private static String asText(JsonNode value) {
        return value.isBoolean() ? (value.booleanValue() ? "True" : "False") : value.asText();
    }

    private static Optional<Instant> parseMoment(String text) {
        Matcher dotNet = DOT_NET_DATE.matcher(text);
        if (dotNet.matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(dotNet.group(1))));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notIso) {
            return Optional.empty(); // a form that nobody documents is as good as no date
        }
    }
}
