package dev.esign.sandbox.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the fields of a signer must hold when the signer signs. */
final class FieldRules {

    private static final int LONGEST_VALUE = 4_000;

    private final List<String> refusals = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private FieldRules() {
    }

    /**
     * Judges what a signer gives.
     *
     * @param given values by field id
     * @return the values to keep, those that fill themselves in included
     * @throws RefusedException with a text for each field that isn't as it must be
     */
    static Map<String, String> accept(List<Field> fields, Map<String, String> given, Signer signer, Instant now)
            throws RefusedException {
        FieldRules rules = new FieldRules();
        for (String id : given.keySet()) {
            if (fields.stream().noneMatch(field -> field.id().equals(id))) {
                rules.refusals.add("Error: There is no field \"" + id + "\" for this signer.");
            }
        }
        for (Field field : fields) {
            String value = given.getOrDefault(field.id(), "").strip();
            if (value.isEmpty()) {
                value = field.automatic() ? automatic(field, signer, now) : field.value();
            }
            rules.check(field, value);
        }
        if (!rules.refusals.isEmpty()) {
            throw new RefusedException(rules.refusals);
        }
        return rules.values;
    }

    /** Values with which a signer can sign who isn't a person: something for each required field. */
    static Map<String, String> samples(List<Field> fields, Signer signer, Instant now) {
        Map<String, String> samples = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.required() && field.value().isEmpty()) {
                samples.put(field.id(), switch (field.kind()) {
                    case CHECKBOX -> "true";
                    case RADIO, DROPDOWN -> field.options().get(0);
                    case TEXT -> "Text";
                    default -> automatic(field, signer, now);
                });
            }
        }
        return samples;
    }

    private static String automatic(Field field, Signer signer, Instant now) {
        LocalDateTime moment = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return switch (field.kind()) {
            case DATE -> moment.toLocalDate().toString();
            case TIME -> DateTimeFormatter.ofPattern("HH:mm").format(moment);
            case DATE_TIME -> DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(moment);
            case INITIALS -> signer.initials();
            case SIGNATURE -> signer.name();
            default -> field.value();
        };
    }

    private void check(Field field, String value) {
        boolean unchecked = field.kind() == FieldKind.CHECKBOX && value.equals("false");
        if (value.isEmpty() || unchecked) {
            if (field.required()) {
                refuse(field, "is required");
            } else if (unchecked) {
                values.put(field.id(), value);
            }
        } else if (!isValid(field, value)) {
            refuse(field, "takes " + expected(field));
        } else {
            values.put(field.id(), value);
        }
    }

    private void refuse(Field field, String problem) {
        refusals.add("Error: The " + field.kind().label() + " field \"" + field.id() + "\" " + problem + ".");
    }

    private static boolean isValid(Field field, String value) {
        try {
            return switch (field.kind()) {
                case CHECKBOX -> value.equals("true");
                case RADIO, DROPDOWN -> field.options().contains(value);
                case DATE -> LocalDate.parse(value) != null;
                case TIME -> LocalTime.parse(value) != null;
                case DATE_TIME -> LocalDateTime.parse(value) != null;
                default -> value.length() <= LONGEST_VALUE;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String expected(Field field) {
        return switch (field.kind()) {
            case CHECKBOX -> "true or false";
            case RADIO, DROPDOWN -> "one of: " + String.join(", ", field.options());
            case DATE -> "a date such as 2026-12-31";
            case TIME -> "a time such as 17:30";
            case DATE_TIME -> "a date and time such as 2026-12-31T17:30";
            default -> "a text of up to " + LONGEST_VALUE + " letters";
        };
    }
}
