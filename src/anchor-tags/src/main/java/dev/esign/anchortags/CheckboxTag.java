package dev.esign.anchortags;

import java.util.OptionalInt;

/**
 * A checkbox: {@code <chk_opt_Buyer 1>}. Whether it may have a width is not documented, so it has none here.
 *
 * @param option whether it has to be checked
 * @param role the role of the signer
 */
public record CheckboxTag(TagOption option, String role) implements AnchorTag {

    /**
     * Checks the components.
     *
     * @param option whether it has to be checked
     * @param role the role of the signer
     * @throws IllegalArgumentException when the role is blank or the option isn't allowed
     */
    public CheckboxTag {
        role = TagRules.role(role);
        TagRules.option(TagType.CHECKBOX, option);
    }

    @Override
    public TagType type() {
        return TagType.CHECKBOX;
    }

    @Override
    public OptionalInt width() {
        return OptionalInt.empty();
    }

    @Override
    public CheckboxTag required() {
        return option(TagOption.REQUIRED);
    }

    @Override
    public CheckboxTag optional() {
        return option(TagOption.OPTIONAL);
    }

    @Override
    public CheckboxTag option(TagOption option) {
        return new CheckboxTag(option, role);
    }

    @Override
    public String toString() {
        return TagRules.describe(this);
    }
}
