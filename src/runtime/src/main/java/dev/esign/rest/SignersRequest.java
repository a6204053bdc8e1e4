package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of Update Signers.
 *
 * @param username {@code username}: the e-mail address of the session's owner
 * @param signingSessionId {@code signingSessionId}
 * @param signers {@code signers}
 */
public record SignersRequest(@JsonProperty("username") String username,
        @JsonProperty("signingSessionId") String signingSessionId,
        @JsonProperty("signers") List<WireSigner> signers) implements WireBody {

    @Override
    public String toString() {
        return "SignersRequest[signingSessionId=" + signingSessionId + ", signers=" + signers.size() + "]";
    }
}
