package dev.esign.anchortags;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a field has to be filled. */
public enum TagOption {

    /** Has to be filled. */
    REQUIRED("req"),
    /** May stay empty. */
    OPTIONAL("opt"),
    /** Filled by eSign; for date and time only. */
    AUTO_FILLED("aut");

    private final String code;

    TagOption(String code) {
        this.code = code;
    }

    /** @return how a tag spells it, for example {@code req} */
    public String code() {
        return code;
    }

    /**
     * Finds the option that a tag spells.
     *
     * @param code for example {@code req}; upper and lower case don't differ
     * @return the option, or nothing
     */
    public static Optional<TagOption> ofCode(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(option -> option.code.equals(lower)).findFirst();
    }
}
