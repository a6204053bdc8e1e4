package dev.esign;

/**
 * The answer to a call that changes a session or a user was lost or can't be understood: it may have happened or not. The
 * session can be found by {@link #transactionId()} or {@link #sessionId()}, a user by its name; don't just repeat a create.
 */
public final class OutcomeUnknownException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public OutcomeUnknownException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
