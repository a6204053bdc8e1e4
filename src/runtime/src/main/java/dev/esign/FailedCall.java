package dev.esign;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

import dev.esign.model.SessionId;

/**
 * The call that an {@link EsignException} is about.
 *
 * @param operation what was called
 * @param sessionId the session it was about; null when there is none yet
 * @param transactionId the caller's transaction id; null when the call has none
 * @param httpStatus the HTTP status of the answer; null when no answer came
 * @param texts what eSign wrote ({@code Details}), unchanged; empty when it wrote nothing
 */
public record FailedCall(Operation operation, SessionId sessionId, String transactionId, Integer httpStatus,
        List<String> texts) implements Serializable {

    /** Copies the texts. */
    public FailedCall {
        Objects.requireNonNull(operation, "operation");
        texts = List.copyOf(texts);
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
     * This call, answered.
     *
     * @param httpStatus the HTTP status
     * @param texts what eSign wrote
     * @return the call with both
     */
    public FailedCall answered(Integer httpStatus, List<String> texts) {
        return new FailedCall(operation, sessionId, transactionId, httpStatus, texts);
    }

    @Override
    public String toString() {
        if (sessionId != null) {
            return operation + " of session " + sessionId;
        }
        return operation + (transactionId == null ? "" : " of transaction " + transactionId);
    }
}
