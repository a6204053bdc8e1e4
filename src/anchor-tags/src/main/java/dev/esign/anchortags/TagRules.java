package dev.esign.anchortags;

import java.util.Objects;
import java.util.OptionalInt;

/** What all kinds of tags have to keep. */
final class TagRules {

    private TagRules() {
    }

    static String role(String role) {
        if (role == null || role.isBlank()) {
            throw new IllegalArgumentException("role: is blank; give the role of a signer, such as Seller 1");
        }
        return role;
    }

    static void option(TagType type, TagOption option) {
        Objects.requireNonNull(option, "option");
        if (!type.allows(option)) {
            throw new IllegalArgumentException("option: " + option.code() + " is for date and time only, not for the type "
                    + type.code() + "; take req or opt");
        }
    }

    static void atLeast(String field, int least, OptionalInt number) {
        if (number.isPresent() && number.getAsInt() < least) {
            throw new IllegalArgumentException(
                    field + ": " + number.getAsInt() + " is below " + least + "; give pixels, from " + least);
        }
    }

    static OptionalInt width(TagType type, int width) {
        int least = type.minimumWidth().orElse(1);
        if (width < least) {
            throw new IllegalArgumentException("width: " + width + " is below " + least + ", the least for the type "
                    + type.code() + ", eSign would take " + type.defaultWidth().orElse(least) + "; give " + least + " or more");
        }
        return OptionalInt.of(width);
    }

    /** For people who debug; without role and items, which come from documents. */
    static String describe(AnchorTag tag) {
        return tag.getClass().getSimpleName() + "[" + tag.type().code() + "_" + tag.option().code() + "]";
    }
}
