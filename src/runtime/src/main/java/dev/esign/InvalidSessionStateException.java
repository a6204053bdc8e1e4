package dev.esign;

/**
 * The session's status doesn't allow the call. Nothing was changed.
 */
public final class InvalidSessionStateException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public InvalidSessionStateException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
