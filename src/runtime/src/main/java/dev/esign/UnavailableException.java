package dev.esign;

/**
 * eSign can't be reached or can't serve the call now. Nothing was changed; try again later.
 */
public final class UnavailableException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public UnavailableException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
