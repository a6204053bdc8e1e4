package dev.esign.anchortags;

import java.util.OptionalInt;

/**
 * Initials: {@code <ini_req_Seller 1_45>}.
 *
 * @param option whether it has to be filled
 * @param role the role of the signer
 * @param width as given in the tag, in pixels; eSign takes its default for one below the least
 */
public record InitialsTag(TagOption option, String role, OptionalInt width) implements AnchorTag {

    /**
     * Checks the components.
     *
     * @param option whether it has to be filled
     * @param role the role of the signer
     * @param width as given in the tag, in pixels; eSign takes its default for one below the least
     * @throws IllegalArgumentException when the role is blank, the option isn't allowed, or the width is below 0
     */
    public InitialsTag {
        role = TagRules.role(role);
        TagRules.option(TagType.INITIALS, option);
        TagRules.atLeast("width", 0, width);
    }

    @Override
    public TagType type() {
        return TagType.INITIALS;
    }

    @Override
    public InitialsTag required() {
        return option(TagOption.REQUIRED);
    }

    @Override
    public InitialsTag optional() {
        return option(TagOption.OPTIONAL);
    }

    @Override
    public InitialsTag option(TagOption option) {
        return new InitialsTag(option, role, width);
    }

    /**
     * The same tag with a width.
     *
     * @param width in pixels, at least what {@link TagType#minimumWidth()} tells
     * @return the tag
     * @throws IllegalArgumentException when eSign would take its default instead
     */
    public InitialsTag width(int width) {
        return new InitialsTag(option, role, TagRules.width(TagType.INITIALS, width));
    }

    @Override
    public String toString() {
        return TagRules.describe(this);
    }
}
