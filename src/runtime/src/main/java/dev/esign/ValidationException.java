package dev.esign;

/**
 * eSign refused the content of the call, or a document can't be read. Nothing was changed unless {@link #texts()} says so.
 */
public final class ValidationException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public ValidationException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
