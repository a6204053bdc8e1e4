package dev.esign;

/**
 * eSign answered in a way that its documentation doesn't foresee, to a call that changes nothing.
 */
public final class ProtocolException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public ProtocolException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
