package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of Update Signers.
 *
 * @param username {@code username}: the e-mail address of the session's owner
 * @param signingSessionId {@code signingSessionId}
 * @param signers {@code signers}
 * @param form the form in which it is written, or null for that of the default account
 */
public record SignersRequest(@JsonProperty("username") String username,
        @JsonProperty("signingSessionId") String signingSessionId,
        @JsonProperty("signers") List<WireSigner> signers, @JsonIgnore WireForm form) implements WireBody {

    @Override
    public String toString() {
        return "SignersRequest[signingSessionId=" + signingSessionId + ", signers=" + signers.size() + "]";
    }
}
