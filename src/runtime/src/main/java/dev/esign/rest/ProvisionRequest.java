package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of ProvisionUser.
 *
 * @param salt {@code salt}
 * @param systemUserId {@code systemUserId}
 * @param userStatus {@code userStatus}: 0 inactive, 1 active
 */
public record ProvisionRequest(@JsonProperty("salt") String salt, @JsonProperty("systemUserId") String systemUserId,
        @JsonProperty("userStatus") int userStatus) implements WireBody {

    @Override
    public String toString() {
        return "ProvisionRequest[systemUserId=" + systemUserId + ", userStatus=" + userStatus + "]";
    }
}
