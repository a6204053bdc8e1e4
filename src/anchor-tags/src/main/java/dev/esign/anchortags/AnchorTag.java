package dev.esign.anchortags;

import java.util.List;
import java.util.OptionalInt;

/**
 * A tag in a document that becomes a field for a signer. Immutable; each change gives a new tag.
 * <p>
 * Tags are made here and written by {@link AnchorTags#write}, or come from {@link AnchorTags#parse}. A tag that was read may
 * have a width or a font size that eSign replaces; {@link #effectiveWidth()} tells what counts. Tags that are made can't.
 *
 * <pre>
 * AnchorTag.signature("Seller 1").width(150)
 * AnchorTag.date("Buyer 1").autoFilled()
 * AnchorTag.dropdown("Buyer 1", 120, "Cash", "Mortgage").optional()
 * </pre>
 */
public sealed interface AnchorTag permits DateTag, SignatureTag, InitialsTag, TextTag, CheckboxTag, RadioTag, DropdownTag {

    /** @return the kind of field */
    TagType type();

    /** @return whether the field has to be filled */
    TagOption option();

    /** @return the role of the signer who fills it, for example {@code Seller 1} */
    String role();

    /** @return the width that the tag gives, in pixels; empty when it gives none */
    OptionalInt width();

    /** @return the width that counts, in pixels; empty when none is given and the default is not documented */
    default OptionalInt effectiveWidth() {
        return type().effectiveWidth(width());
    }

    /** @return the same tag, that has to be filled */
    default AnchorTag required() {
        return option(TagOption.REQUIRED);
    }

    /** @return the same tag, that may stay empty */
    default AnchorTag optional() {
        return option(TagOption.OPTIONAL);
    }

    /**
     * The same tag with another option.
     *
     * @param option the option
     * @return the tag
     * @throws IllegalArgumentException for {@link TagOption#AUTO_FILLED}, unless this is a {@link DateTag}
     */
    AnchorTag option(TagOption option);

    /**
     * A signature, required.
     *
     * @param role the role of the signer
     * @return the tag
     */
    static SignatureTag signature(String role) {
        return new SignatureTag(TagOption.REQUIRED, role, OptionalInt.empty());
    }

    /**
     * Initials, required.
     *
     * @param role the role of the signer
     * @return the tag
     */
    static InitialsTag initials(String role) {
        return new InitialsTag(TagOption.REQUIRED, role, OptionalInt.empty());
    }

    /**
     * Date and time, required.
     *
     * @param role the role of the signer
     * @return the tag
     */
    static DateTag dateTime(String role) {
        return new DateTag(TagType.DATE_TIME, TagOption.REQUIRED, role, OptionalInt.empty());
    }

    /**
     * A date without a time, required.
     *
     * @param role the role of the signer
     * @return the tag
     */
    static DateTag date(String role) {
        return new DateTag(TagType.DATE, TagOption.REQUIRED, role, OptionalInt.empty());
    }

    /**
     * A time without a date, required.
     *
     * @param role the role of the signer
     * @return the tag
     */
    static DateTag time(String role) {
        return new DateTag(TagType.TIME, TagOption.REQUIRED, role, OptionalInt.empty());
    }

    /**
     * Free text, required.
     *
     * @param role the role of the signer
     * @return the tag
     */
    static TextTag text(String role) {
        return new TextTag(TagOption.REQUIRED, role, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * A checkbox, required.
     *
     * @param role the role of the signer
     * @return the tag
     */
    static CheckboxTag checkbox(String role) {
        return new CheckboxTag(TagOption.REQUIRED, role);
    }

    /**
     * Radio buttons, one of which is chosen; required.
     *
     * @param role the role of the signer
     * @param buttons how many, 2 to 10
     * @return the tag
     * @throws IllegalArgumentException when there are fewer or more buttons
     */
    static RadioTag radio(String role, int buttons) {
        return new RadioTag(TagOption.REQUIRED, role, buttons);
    }

    /**
     * A list to choose from, required.
     *
     * @param role the role of the signer
     * @param width the width in pixels, from 1; a list can't do without
     * @param items what there is to choose, at least one
     * @return the tag
     * @throws IllegalArgumentException when the width is below 1 or there are no items
     */
    static DropdownTag dropdown(String role, int width, String... items) {
        return new DropdownTag(TagOption.REQUIRED, role, OptionalInt.of(width), List.of(items));
    }
}
