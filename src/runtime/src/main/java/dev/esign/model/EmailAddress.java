package dev.esign.model;

import java.util.regex.Pattern;

/** What counts as an e-mail address here: a plain check for slips, not the whole of RFC 5321. */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern WELL_FORMED = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");

    private EmailAddress() {
    }

    /**
     * Tells whether a text can be an e-mail address.
     *
     * @param text the text; may be null
     * @return whether it looks like {@code name@example.com}, alone, and isn't too long
     */
    public static boolean isWellFormed(String text) {
        return text != null && text.length() <= LONGEST && WELL_FORMED.matcher(text).matches();
    }
}
