package dev.esign.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An answer with an HTTP status of 400 or above. Holds eSign's error texts when the answer was eSign's JSON, and nothing of
 * any other page, which might quote the request.
 *
 * @serial exclude
 */
public final class ErrorStatusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final List<String> details;
    private final Duration retryAfter;

    ErrorStatusException(int status, List<String> details, Duration retryAfter) {
        super("HTTP " + status);
        this.status = status;
        this.details = List.copyOf(details);
        this.retryAfter = retryAfter;
    }

    /** @return the HTTP status, 400 to 599 */
    public int status() {
        return status;
    }

    /** @return eSign's error texts ({@code Details}); empty when the answer had none */
    public List<String> details() {
        return List.copyOf(details);
    }

    /** @return how long the server wants to be left alone ({@code Retry-After}); empty when it didn't say */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
