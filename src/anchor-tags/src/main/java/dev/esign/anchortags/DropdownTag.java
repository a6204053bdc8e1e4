package dev.esign.anchortags;

import java.util.List;
import java.util.OptionalInt;

/**
 * A list to choose from: {@code <ddl_req_Buyer 1_120_Cash_Mortgage>}.
 *
 * @param option whether something has to be chosen
 * @param role the role of the signer
 * @param width the width in pixels; always there, since the items stand behind it
 * @param items what there is to choose, at least one
 */
public record DropdownTag(TagOption option, String role, OptionalInt width, List<String> items) implements AnchorTag {

    /**
     * Checks the components.
     *
     * @param option whether something has to be chosen
     * @param role the role of the signer
     * @param width the width in pixels; always there, since the items stand behind it
     * @param items what there is to choose, at least one
     * @throws IllegalArgumentException when the role is blank, the option isn't allowed, width or items are missing
     */
    public DropdownTag {
        role = TagRules.role(role);
        TagRules.option(TagType.DROPDOWN, option);
        if (width.isEmpty()) {
            throw new IllegalArgumentException("width: is missing; a dropdown needs one in front of its items");
        }
        TagRules.atLeast("width", 1, width);
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items: there are none; a dropdown needs at least one");
        }
        if (items.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("items: one is blank; leave it out or give it a text");
        }
    }

    @Override
    public TagType type() {
        return TagType.DROPDOWN;
    }

    @Override
    public DropdownTag required() {
        return option(TagOption.REQUIRED);
    }

    @Override
    public DropdownTag optional() {
        return option(TagOption.OPTIONAL);
    }

    @Override
    public DropdownTag option(TagOption option) {
        return new DropdownTag(option, role, width, items);
    }

    @Override
    public String toString() {
        return TagRules.describe(this);
    }
}
