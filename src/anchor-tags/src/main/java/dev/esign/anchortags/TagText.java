package dev.esign.anchortags;

import java.util.regex.Pattern;

/** How texts of documents are made comparable. */
final class TagText {

    /** Spaces of all kinds, line ends, and characters that only tell where a line may break. */
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");

    private TagText() {
    }

    /** The text with single spaces, none at its ends, and nothing invisible. */
    static String oneLine(String text) {
        return BLANK.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }
}
