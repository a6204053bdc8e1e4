package dev.esign.anchortags;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of fields that a tag makes, with the widths that eSign documents for them, in pixels. The widths of checkboxes,
 * radio buttons and dropdowns are not documented.
 */
public enum TagType {

    /** Date and time. */
    DATE_TIME("dt", "date and time", 50, 100),
    /** Date only. */
    DATE("d", "date", 50, 100),
    /** Time only. */
    TIME("t", "time", 50, 100),
    /** A signature. */
    SIGNATURE("sig", "signature", 80, 175),
    /** Initials. */
    INITIALS("ini", "initials", 35, 45),
    /** Free text. */
    TEXT("txt", "text", 20, 175),
    /** A checkbox. */
    CHECKBOX("chk", "checkbox", 0, 0),
    /** A group of radio buttons. */
    RADIO("rdo", "radio group", 0, 0),
    /** A list to choose from. */
    DROPDOWN("ddl", "dropdown", 0, 0);

    private static final Set<TagType> DATES = EnumSet.of(DATE_TIME, DATE, TIME);

    private final String code;
    private final String label;
    private final int minimumWidth;
    private final int defaultWidth;

    TagType(String code, String label, int minimumWidth, int defaultWidth) {
        this.code = code;
        this.label = label;
        this.minimumWidth = minimumWidth;
        this.defaultWidth = defaultWidth;
    }

    /** @return how a tag begins, for example {@code sig} */
    public String code() {
        return code;
    }

    /** @return the kind in plain words, for example {@code date and time} */
    public String label() {
        return label;
    }

    /** @return the least width that counts, in pixels; empty where none is documented */
    public OptionalInt minimumWidth() {
        return known(minimumWidth);
    }

    /** @return the width of a tag that gives none, or one below the least, in pixels; empty where none is documented */
    public OptionalInt defaultWidth() {
        return known(defaultWidth);
    }

    /**
     * Tells what eSign makes of a width.
     *
     * @param given the width in the tag, in pixels
     * @return the width that counts: the given one, or the default when it is missing or below the least; empty when it is
     *         missing and no default is documented
     */
    public OptionalInt effectiveWidth(OptionalInt given) {
        return given.isPresent() && given.getAsInt() >= minimumWidth ? given : defaultWidth();
    }

    /**
     * Tells whether a tag of this kind may have the option.
     *
     * @param option the option
     * @return false only for {@link TagOption#AUTO_FILLED} of other kinds than date and time
     */
    public boolean allows(TagOption option) {
        return option != TagOption.AUTO_FILLED || DATES.contains(this);
    }

    /**
     * Finds the kind that a tag begins with.
     *
     * @param code for example {@code sig}; upper and lower case don't differ
     * @return the kind, or nothing
     */
    public static Optional<TagType> ofCode(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(type -> type.code.equals(lower)).findFirst();
    }

    private static OptionalInt known(int width) {
        return width == 0 ? OptionalInt.empty() : OptionalInt.of(width);
    }
}
