package dev.esign.sandbox;

import java.util.regex.Pattern;

/** Tells e-mail addresses from other texts, as far as a typing error goes. */
final class EmailAddress {

    private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\".]+(\\.[^\\s@,;<>\".]+)+");

    private EmailAddress() {
    }

    static boolean isValid(String text) {
        return text.length() <= 254 && PLAUSIBLE.matcher(text).matches();
    }
}
