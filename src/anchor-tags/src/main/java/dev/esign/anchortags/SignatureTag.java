package dev.esign.anchortags;

import java.util.OptionalInt;

/**
 * A signature: {@code <sig_req_Seller 1_175>}.
 *
 * @param option whether it has to be filled
 * @param role the role of the signer
 * @param width as given in the tag, in pixels; eSign takes its default for one below the least
 */
public record SignatureTag(TagOption option, String role, OptionalInt width) implements AnchorTag {

    /**
     * Checks the components.
     *
     * @param option whether it has to be filled
     * @param role the role of the signer
     * @param width as given in the tag, in pixels; eSign takes its default for one below the least
     * @throws IllegalArgumentException when the role is blank, the option isn't allowed, or the width is below 0
     */
    public SignatureTag {
        role = TagRules.role(role);
        TagRules.option(TagType.SIGNATURE, option);
        TagRules.atLeast("width", 0, width);
    }

    @Override
    public TagType type() {
        return TagType.SIGNATURE;
    }

    @Override
    public SignatureTag required() {
        return option(TagOption.REQUIRED);
    }

    @Override
    public SignatureTag optional() {
        return option(TagOption.OPTIONAL);
    }

    @Override
    public SignatureTag option(TagOption option) {
        return new SignatureTag(option, role, width);
    }

    /**
     * The same tag with a width.
     *
     * @param width in pixels, at least what {@link TagType#minimumWidth()} tells
     * @return the tag
     * @throws IllegalArgumentException when eSign would take its default instead
     */
    public SignatureTag width(int width) {
        return new SignatureTag(option, role, TagRules.width(TagType.SIGNATURE, width));
    }

    @Override
    public String toString() {
        return TagRules.describe(this);
    }
}
