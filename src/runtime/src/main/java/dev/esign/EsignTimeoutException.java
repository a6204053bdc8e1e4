package dev.esign;

/**
 * eSign took longer than the time-out for a call that changes nothing; it may be repeated.
 */
public final class EsignTimeoutException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public EsignTimeoutException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
