package dev.esign.anchortags;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Writes tags, and refuses what would be read as something else. */
final class TagWriter {

    private final TagSyntax syntax;

    TagWriter(TagSyntax syntax) {
        this.syntax = syntax;
    }

    String write(AnchorTag tag) {
        List<String> parts = new ArrayList<>();
        parts.add(tag.type().code());
        parts.add(tag.option().code());
        parts.add(checked("role", tag.role()));
        add(parts, tag.width());
        if (tag instanceof TextTag text && text.fontSize().isPresent()) {
            if (text.width().isEmpty()) {
                throw new IllegalArgumentException("font size: can't be told without a width; give a width too, "
                        + TagType.TEXT.defaultWidth().getAsInt() + " is the default");
            }
            add(parts, text.fontSize());
        }
        if (tag instanceof RadioTag radio) {
            parts.add(Integer.toString(radio.buttons()));
        }
        if (tag instanceof DropdownTag dropdown) {
            dropdown.items().forEach(item -> parts.add(item(item)));
        }
        String text = String.join(String.valueOf(TagSyntax.SEPARATOR), parts);
        if (text.length() > AnchorTags.LONGEST_TAG) {
            throw new IllegalArgumentException("tag: has " + text.length() + " characters; shorten it to "
                    + AnchorTags.LONGEST_TAG);
        }
        return syntax.opening() + text + syntax.closing();
    }

    private String item(String item) {
        String checked = checked("items", item);
        if (syntax.itemSpace().isEmpty()) {
            return checked;
        }
        char space = syntax.itemSpace().get();
        refuse("items", checked.indexOf(space) >= 0, "has a '" + space + "', which stands for a space; leave it out");
        return checked.replace(' ', space);
    }

    private String checked(String field, String text) {
        refuse(field, text.indexOf(TagSyntax.SEPARATOR) >= 0, "has a '_', which separates the parts of a tag; leave it out");
        refuse(field, text.chars().anyMatch(syntax::isDelimiter), "has a delimiter of tags; leave it out");
        refuse(field, !TagText.oneLine(text).equals(text),
                "has spaces at its ends, two in a row, line ends or invisible characters; take single spaces between words");
        return text;
    }

    private static void refuse(String field, boolean wrong, String problemAndFix) {
        if (wrong) {
            throw new IllegalArgumentException(field + ": " + problemAndFix);
        }
    }

    private static void add(List<String> parts, OptionalInt number) {
        number.ifPresent(value -> parts.add(Integer.toString(value)));
    }
}
