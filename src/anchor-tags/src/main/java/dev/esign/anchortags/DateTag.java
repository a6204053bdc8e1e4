package dev.esign.anchortags;

import java.util.OptionalInt;

/**
 * A date, a time, or both: {@code <d_aut_Seller 1_100>}.
 *
 * @param type {@link TagType#DATE_TIME}, {@link TagType#DATE} or {@link TagType#TIME}
 * @param option whether it has to be filled, or eSign fills it
 * @param role the role of the signer
 * @param width as given in the tag, in pixels; eSign takes its default for one below the least
 */
public record DateTag(TagType type, TagOption option, String role, OptionalInt width) implements AnchorTag {

    /**
     * Checks the components.
     *
     * @param type {@link TagType#DATE_TIME}, {@link TagType#DATE} or {@link TagType#TIME}
     * @param option whether it has to be filled, or eSign fills it
     * @param role the role of the signer
     * @param width as given in the tag, in pixels; eSign takes its default for one below the least
     * @throws IllegalArgumentException when the role is blank, the type is another one, or the width is below 0
     */
    public DateTag {
        if (!type.allows(TagOption.AUTO_FILLED)) {
            throw new IllegalArgumentException(
                    "type: a " + type.label() + " is no date; take DATE_TIME, DATE or TIME");
        }
        role = TagRules.role(role);
        TagRules.option(type, option);
        TagRules.atLeast("width", 0, width);
    }

    @Override
    public DateTag required() {
        return option(TagOption.REQUIRED);
    }

    @Override
    public DateTag optional() {
        return option(TagOption.OPTIONAL);
    }

    /** @return the same tag, filled by eSign */
    public DateTag autoFilled() {
        return option(TagOption.AUTO_FILLED);
    }

    @Override
    public DateTag option(TagOption option) {
        return new DateTag(type, option, role, width);
    }

    /**
     * The same tag with a width.
     *
     * @param width in pixels, at least 50
     * @return the tag
     * @throws IllegalArgumentException when eSign would take its default instead
     */
    public DateTag width(int width) {
        return new DateTag(type, option, role, TagRules.width(type, width));
    }

    @Override
    public String toString() {
        return TagRules.describe(this);
    }
}
