package dev.esign;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

import dev.esign.model.SessionId;

/**
 * The call that an {@link EsignException} is about.
 *
 * @param account the account that called; {@link EsignAccount#DEFAULT} for the default one
 * @param operation what was called
 * @param sessionId the session it was about; null when there is none yet
 * @param transactionId the caller's transaction id; null when the call has none
 * @param httpStatus the HTTP status of the answer; null when no answer came
 * @param texts what eSign wrote ({@code Details}), unchanged; empty when it wrote nothing
 * @serial exclude
 */
public record FailedCall(String account, Operation operation, SessionId sessionId, String transactionId, Integer httpStatus,
        List<String> texts) implements Serializable {

    /**
     * Copies the texts.
     *
     * @param account the account that called; {@link EsignAccount#DEFAULT} for the default one
     * @param operation what was called
     * @param sessionId the session it was about; null when there is none yet
     * @param transactionId the caller's transaction id; null when the call has none
     * @param httpStatus the HTTP status of the answer; null when no answer came
     * @param texts what eSign wrote ({@code Details}), unchanged; empty when it wrote nothing
     */
    public FailedCall {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(operation, "operation");
        texts = List.copyOf(texts);
    }

    /**
     * A call of the default account.
     *
     * @param operation what was called
     * @param sessionId the session it was about; null when there is none yet
     * @param transactionId the caller's transaction id; null when the call has none
     * @param httpStatus the HTTP status of the answer; null when no answer came
     * @param texts what eSign wrote
     */
    public FailedCall(Operation operation, SessionId sessionId, String transactionId, Integer httpStatus, List<String> texts) {
        this(EsignAccount.DEFAULT, operation, sessionId, transactionId, httpStatus, texts);
    }

    /**
     * A call of which nothing else is known.
     *
     * @param operation what was called
     * @return the call
     */
    public static FailedCall of(Operation operation) {
        return new FailedCall(operation, null, null, null, List.of());
    }

    /**
     * A call about a session.
     *
     * @param operation what was called
     * @param sessionId the session
     * @return the call
     */
    public static FailedCall of(Operation operation, SessionId sessionId) {
        return new FailedCall(operation, sessionId, null, null, List.of());
    }

    /**
     * This call, by an account.
     *
     * @param caller the account
     * @return the call with it
     */
    public FailedCall by(String caller) {
        return new FailedCall(caller, operation, sessionId, transactionId, httpStatus, texts);
    }

    /**
     * This call, answered.
     *
     * @param httpStatus the HTTP status
     * @param texts what eSign wrote
     * @return the call with both
     */
    public FailedCall answered(Integer httpStatus, List<String> texts) {
        return new FailedCall(account, operation, sessionId, transactionId, httpStatus, texts);
    }

    @Override
    public String toString() {
        String what = sessionId != null ? " of session " + sessionId
                : transactionId != null ? " of transaction " + transactionId : "";
        return operation + what + (account.equals(EsignAccount.DEFAULT) ? "" : " (account " + account + ")");
    }
}
