package dev.esign;

/**
 * There is no such session, user or address. Nothing was changed.
 */
public final class NotFoundException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public NotFoundException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
