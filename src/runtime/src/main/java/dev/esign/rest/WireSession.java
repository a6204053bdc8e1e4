package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code Session}, as it is sent. Null members are left out.
 *
 * @param id {@code Id}: the session to update; null for a new one
 * @param sessionInfo {@code SessionInfo}
 * @param documents {@code Documents}
 * @param signers {@code Signers}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WireSession(@JsonProperty("Id") String id, @JsonProperty("SessionInfo") WireSessionInfo sessionInfo,
        @JsonProperty("Documents") List<WireDocument> documents, @JsonProperty("Signers") List<WireSigner> signers) {

    @Override
    public String toString() {
        return "WireSession[id=" + id + "]";
    }
}
