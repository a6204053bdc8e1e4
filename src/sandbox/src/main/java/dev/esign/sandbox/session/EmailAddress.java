package dev.esign.sandbox.session;

import java.util.regex.Pattern;

/** Tells e-mail addresses from other texts, as far as a typing error goes. */
public final class EmailAddress {

    private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\".]+(\\.[^\\s@,;<>\".]+)+");

    private EmailAddress() {
    }

    public static boolean isValid(String text) {
        return text.length() <= 254 && PLAUSIBLE.matcher(text).matches();
    }
}
