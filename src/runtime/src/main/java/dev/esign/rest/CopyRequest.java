package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of CopySigningSession.
 *
 * @param copyOptions {@code copyOptions}
 * @param session {@code session}: the one to copy, and what differs in the copy
 */
public record CopyRequest(@JsonProperty("copyOptions") CopyOptions copyOptions,
        @JsonProperty("session") CopiedSession session) implements WireBody {

    /**
     * {@code CopyOptions}.
     *
     * @param version {@code Version}: 0 in the documented example
     * @param retainFields {@code RetainFields}
     */
    public record CopyOptions(@JsonProperty("Version") int version, @JsonProperty("RetainFields") boolean retainFields) {
    }

    /**
     * {@code Session}, as CopySigningSession takes it. Null members are left out.
     *
     * @param signingSessionId {@code SigningSessionId}: the session to copy
     * @param sessionInfo {@code SessionInfo}
     * @param signers {@code Signers}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CopiedSession(@JsonProperty("SigningSessionId") String signingSessionId,
            @JsonProperty("SessionInfo") CopiedSessionInfo sessionInfo,
            @JsonProperty("Signers") List<CopiedSigner> signers) {

        @Override
        public String toString() {
            return "CopiedSession[signingSessionId=" + signingSessionId + "]";
        }
    }

    /**
     * {@code SessionInfo}, as CopySigningSession takes it. Null members are left out.
     *
     * @param transactionId {@code TransactionId}
     * @param transactionTitle {@code TransactionTitle}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CopiedSessionInfo(@JsonProperty("TransactionId") String transactionId,
            @JsonProperty("TransactionTitle") String transactionTitle) {

        @Override
        public String toString() {
            return "CopiedSessionInfo[transactionId=" + transactionId + "]";
        }
    }

    /**
     * {@code Signer}, as CopySigningSession takes it. Null members are left out.
     *
     * @param signerId {@code SignerId}
     * @param emailAddress {@code EmailAddress}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CopiedSigner(@JsonProperty("SignerId") String signerId, @JsonProperty("EmailAddress") String emailAddress) {

        @Override
        public String toString() {
            return "CopiedSigner[signerId=" + signerId + "]";
        }
    }
}
