package dev.esign.sandbox;

import java.time.Duration;
import java.util.Objects;

/**
 * A {@code Retry-After} header, in one of its two forms.
 *
 * @param delay how long the client shall wait: 0 to 365 days, told in whole seconds, rounded up
 * @param asDate whether it is written as a date, by the system's clock at the time of the answer, instead of seconds
 */
public record RetryAfter(Duration delay, boolean asDate) {

    private static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Checks the components. *
     *
     * @param delay how long the client shall wait: 0 to 365 days, told in whole seconds, rounded up
     * @param asDate whether it is written as a date, by the system's clock at the time of the answer, instead of seconds
     * @throws IllegalArgumentException if the delay is negative or longer than 365 days
     */
    public RetryAfter {
        Objects.requireNonNull(delay, "delay");
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("retryAfter must lie between 0 and 365 days, was " + delay);
        }
    }

    /**
     * A number of seconds, such as {@code Retry-After: 2}.
     *
     * @param delay how long the client shall wait
     * @return the header
     * @throws IllegalArgumentException if the delay is negative or longer than 365 days
     */
    public static RetryAfter seconds(Duration delay) {
        return new RetryAfter(delay, false);
    }

    /**
     * A date, such as {@code Retry-After: Fri, 11 Dec 2026 00:00:00 GMT}.
     *
     * @param delay how far ahead the date lies
     * @return the header
     * @throws IllegalArgumentException if the delay is negative or longer than 365 days
     */
    public static RetryAfter date(Duration delay) {
        return new RetryAfter(delay, true);
    }
}
