package dev.esign;

import java.time.Duration;
import java.util.Optional;

/**
 * eSign wants fewer calls (HTTP 429). Nothing was changed; try again later.
 *
 * @serial exclude
 */
public final class RateLimitedException extends EsignException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public RateLimitedException(FailedCall call, String problem, Throwable cause) {
        this(call, problem, cause, null);
    }

    /**
     * Describes the failure, with the time that eSign asked for ({@code Retry-After}).
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     * @param retryAfter how long eSign wants to be left alone, or null when it didn't say
     */
    public RateLimitedException(FailedCall call, String problem, Throwable cause, Duration retryAfter) {
        super(call, problem, cause);
        this.retryAfter = retryAfter;
    }

    /** @return how long eSign wants to be left alone ({@code Retry-After}); empty when it didn't say */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
