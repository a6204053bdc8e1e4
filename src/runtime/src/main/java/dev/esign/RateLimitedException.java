package dev.esign;

/**
 * eSign wants fewer calls (HTTP 429). Nothing was changed; try again later.
 */
public final class RateLimitedException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public RateLimitedException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
