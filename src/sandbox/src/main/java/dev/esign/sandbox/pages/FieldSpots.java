package dev.esign.sandbox.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.FieldKind;

/** Brings the fields of a document together with its tags, as they stand in its text. */
final class FieldSpots {

    private static final Map<String, FieldKind> KINDS = Map.of("sig", FieldKind.SIGNATURE, "ini", FieldKind.INITIALS,
            "dt", FieldKind.DATE_TIME, "d", FieldKind.DATE, "t", FieldKind.TIME, "txt", FieldKind.TEXT,
            "chk", FieldKind.CHECKBOX, "rdo", FieldKind.RADIO, "ddl", FieldKind.DROPDOWN);

    private FieldSpots() {
    }

    /**
     * The field of each tag: of several tags that are alike, the first one is that of the first field.
     *
     * @return fields by the tag's place in the list; nothing for a tag without a field
     */
    static Map<Integer, FieldMark> match(List<FieldMark> fields, List<String> tags) {
        // In the order of the tags, which is that of reading and of the tab key.
        Map<Integer, FieldMark> matched = new TreeMap<>();
        for (FieldMark field : fields) {
            for (int i = 0; i < tags.size(); i++) {
                if (!matched.containsKey(i) && isOf(field.field(), tags.get(i))) {
                    matched.put(i, field);
                    break;
                }
            }
        }
        return matched;
    }

    private static boolean isOf(Field field, String tag) {
        String[] parts = tag.toLowerCase(Locale.ROOT).split("_");
        return parts.length > 2 && KINDS.get(parts[0]) == field.kind()
                && parts[2].strip().equalsIgnoreCase(field.role().strip());
    }
}
