package dev.esign;

/**
 * eSign didn't accept the credentials or the token: the API key, its encryption, the salt or the account is wrong, or
 * tokens don't live long enough to be used. Nothing was changed.
 */
public final class AuthenticationException extends EsignException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param call the call
     * @param problem what went wrong, without secrets
     * @param cause the reason, or null
     */
    public AuthenticationException(FailedCall call, String problem, Throwable cause) {
        super(call, problem, cause);
    }
}
