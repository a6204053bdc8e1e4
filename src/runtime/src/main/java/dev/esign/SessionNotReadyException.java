package dev.esign;

/**
 * The session can't be started yet. eSign answers the same while it processes anchor tags and when something is really
 * missing, so this is retried, and final once the tries are spent: {@link #texts()} then says what eSign misses.
 */
public final class SessionNotReadyException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public SessionNotReadyException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
