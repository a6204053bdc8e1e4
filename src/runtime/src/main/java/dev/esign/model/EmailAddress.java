package dev.esign.model;

import java.util.regex.Pattern;

/** What counts as an e-mail address here: a plain check for slips, not the whole of RFC 5321. */
final class EmailAddress {

    private static final Pattern WELL_FORMED = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");

    private EmailAddress() {
    }

    static boolean isWellFormed(String text) {
        return text != null && text.length() <= 254 && WELL_FORMED.matcher(text).matches();
    }
}
