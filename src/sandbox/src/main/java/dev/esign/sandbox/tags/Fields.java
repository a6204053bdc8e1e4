package dev.esign.sandbox.tags;

import java.util.List;
import java.util.stream.IntStream;

import dev.esign.anchortags.AnchorTag;
import dev.esign.anchortags.DropdownTag;
import dev.esign.anchortags.Place;
import dev.esign.anchortags.RadioTag;
import dev.esign.anchortags.TagOption;
import dev.esign.anchortags.TextTag;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.FieldKind;

/** Turns tags into fields. */
final class Fields {

    private Fields() {
    }

    static Field of(AnchorTag tag, Place place, String documentId, int number) {
        // Short, since people read it in errors; the document's own id makes it unique in the session.
        String id = documentId.substring(0, 8) + "-" + number;
        int page = place instanceof Place.OnPage onPage ? onPage.page() : 0;
        int fontSize = tag instanceof TextTag text ? text.effectiveFontSize().orElse(0) : 0;
        return new Field(id, kind(tag), tag.role(), tag.option() == TagOption.REQUIRED, tag.option() == TagOption.AUTO_FILLED,
                documentId, page, place.describe(), tag.effectiveWidth().orElse(0), fontSize, options(tag), "");
    }

    private static FieldKind kind(AnchorTag tag) {
        return switch (tag.type()) {
            case DATE_TIME -> FieldKind.DATE_TIME;
            case DATE -> FieldKind.DATE;
            case TIME -> FieldKind.TIME;
            case SIGNATURE -> FieldKind.SIGNATURE;
            case INITIALS -> FieldKind.INITIALS;
            case TEXT -> FieldKind.TEXT;
            case CHECKBOX -> FieldKind.CHECKBOX;
            case RADIO -> FieldKind.RADIO;
            case DROPDOWN -> FieldKind.DROPDOWN;
        };
    }

    private static List<String> options(AnchorTag tag) {
        if (tag instanceof RadioTag radio) {
            return IntStream.rangeClosed(1, radio.buttons()).mapToObj(String::valueOf).toList();
        }
        return tag instanceof DropdownTag dropdown ? dropdown.items() : List.of();
    }
}
