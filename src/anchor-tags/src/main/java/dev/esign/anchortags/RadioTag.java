package dev.esign.anchortags;

import java.util.OptionalInt;

/**
 * Radio buttons, one of which is chosen: {@code <rdo_req_Buyer 1_3>}.
 *
 * @param option whether one has to be chosen
 * @param role the role of the signer
 * @param buttons how many there are, 2 to 10
 */
public record RadioTag(TagOption option, String role, int buttons) implements AnchorTag {

    /** The least number of buttons. */
    public static final int FEWEST = 2;
    /** The greatest number of buttons. */
    public static final int MOST = 10;

    /**
     * Checks the components.
     *
     * @param option whether one has to be chosen
     * @param role the role of the signer
     * @param buttons how many there are, 2 to 10
     * @throws IllegalArgumentException when the role is blank, the option isn't allowed, or the buttons aren't 2 to 10
     */
    public RadioTag {
        role = TagRules.role(role);
        TagRules.option(TagType.RADIO, option);
        if (buttons < FEWEST || buttons > MOST) {
            throw new IllegalArgumentException("buttons: " + buttons + " is outside 2 to 10; give 2 to 10");
        }
    }

    @Override
    public TagType type() {
        return TagType.RADIO;
    }

    @Override
    public OptionalInt width() {
        return OptionalInt.empty();
    }

    @Override
    public RadioTag required() {
        return option(TagOption.REQUIRED);
    }

    @Override
    public RadioTag optional() {
        return option(TagOption.OPTIONAL);
    }

    @Override
    public RadioTag option(TagOption option) {
        return new RadioTag(option, role, buttons);
    }

    @Override
    public String toString() {
        return TagRules.describe(this);
    }
}
