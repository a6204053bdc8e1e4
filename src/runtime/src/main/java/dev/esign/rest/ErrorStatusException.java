package dev.esign.rest;

import java.util.List;

/**
 * An answer with an HTTP status of 400 or above. Holds eSign's error texts when the answer was eSign's JSON, and nothing of
 * any other page, which might quote the request.
 */
public final class ErrorStatusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final List<String> details;

    ErrorStatusException(int status, List<String> details) {
        super("HTTP " + status);
        this.status = status;
        this.details = List.copyOf(details);
    }

    /** @return the HTTP status, 400 to 599 */
    public int status() {
        return status;
    }

    /** @return eSign's error texts ({@code Details}); empty when the answer had none */
    public List<String> details() {
        return List.copyOf(details);
    }
}
