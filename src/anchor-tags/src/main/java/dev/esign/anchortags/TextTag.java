package dev.esign.anchortags;

import java.util.OptionalInt;

/**
 * Free text: {@code <txt_req_Buyer 1_120_10>}.
 *
 * @param option whether it has to be filled
 * @param role the role of the signer
 * @param width as given in the tag, in pixels; eSign takes its default for one below the least
 * @param fontSize as given in the tag, in pixels; eSign moves it into 6 to 28. Its default is not documented
 */
public record TextTag(TagOption option, String role, OptionalInt width, OptionalInt fontSize) implements AnchorTag {

    /** The smallest font size, in pixels. */
    public static final int SMALLEST_FONT = 6;
    /** The largest font size, in pixels. */
    public static final int LARGEST_FONT = 28;

    /**
     * Checks the components.
     *
     * @param option whether it has to be filled
     * @param role the role of the signer
     * @param width as given in the tag, in pixels; eSign takes its default for one below the least
     * @param fontSize as given in the tag, in pixels; eSign moves it into 6 to 28. Its default is not documented
     * @throws IllegalArgumentException when the role is blank, the option isn't allowed, or a number is below its least
     */
    public TextTag {
        role = TagRules.role(role);
        TagRules.option(TagType.TEXT, option);
        TagRules.atLeast("width", 0, width);
        TagRules.atLeast("font size", 0, fontSize);
    }

    @Override
    public TagType type() {
        return TagType.TEXT;
    }

    /** @return the font size that counts, in pixels; empty when none is given, since the default is not documented */
    public OptionalInt effectiveFontSize() {
        return fontSize.isEmpty() ? fontSize
                : OptionalInt.of(Math.min(LARGEST_FONT, Math.max(SMALLEST_FONT, fontSize.getAsInt())));
    }

    @Override
    public TextTag required() {
        return option(TagOption.REQUIRED);
    }

    @Override
    public TextTag optional() {
        return option(TagOption.OPTIONAL);
    }

    @Override
    public TextTag option(TagOption option) {
        return new TextTag(option, role, width, fontSize);
    }

    /**
     * The same tag with a width.
     *
     * @param width in pixels, at least 20
     * @return the tag
     * @throws IllegalArgumentException when eSign would take its default instead
     */
    public TextTag width(int width) {
        return new TextTag(option, role, TagRules.width(TagType.TEXT, width), fontSize);
    }

    /**
     * The same tag with a font size. A tag can tell it only behind a width.
     *
     * @param fontSize in pixels, 6 to 28
     * @return the tag
     * @throws IllegalArgumentException when eSign would take another one instead
     */
    public TextTag fontSize(int fontSize) {
        TextTag tag = new TextTag(option, role, width, OptionalInt.of(fontSize));
        if (tag.effectiveFontSize().getAsInt() != fontSize) {
            throw new IllegalArgumentException("font size: " + fontSize + " is outside 6 to 28, eSign would take "
                    + tag.effectiveFontSize().getAsInt() + "; give 6 to 28");
        }
        return tag;
    }

    @Override
    public String toString() {
        return TagRules.describe(this);
    }
}
