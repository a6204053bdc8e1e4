package dev.esign.sandbox.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as people write them. */
public final class Times {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Times() {
    }

    /**
     * Reads a number with a unit, such as {@code 500ms}, {@code 3s}, {@code 2m} or {@code 72h}, or an ISO 8601 duration.
     *
     * @throws IllegalArgumentException if it is neither; the message doesn't repeat the text
     */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            try {
                return Duration.parse(text.strip());
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("a time is a number with a unit, such as 500ms, 3s or 2m, or PT3S");
            }
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
