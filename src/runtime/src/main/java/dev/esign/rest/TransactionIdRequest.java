package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of UpdateTransactionId.
 *
 * @param userName {@code userName}: the e-mail address of the session's owner
 * @param signingSessionId {@code signingSessionId}
 * @param newTransactionId {@code newTransactionId}
 */
public record TransactionIdRequest(@JsonProperty("userName") String userName,
        @JsonProperty("signingSessionId") String signingSessionId,
        @JsonProperty("newTransactionId") String newTransactionId) implements WireBody {

    @Override
    public String toString() {
        return "TransactionIdRequest[signingSessionId=" + signingSessionId + "]";
    }
}
