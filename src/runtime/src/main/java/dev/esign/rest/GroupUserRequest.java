package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of CreateGroupUser.
 *
 * @param salt {@code salt}: what the user's password is encrypted with
 * @param groupUser {@code groupUser}, with the group in {@code UserGroupId}
 */
public record GroupUserRequest(@JsonProperty("salt") String salt,
        @JsonProperty("groupUser") WireUser groupUser) implements WireBody {

    @Override
    public String toString() {
        return "GroupUserRequest[" + groupUser + "]";
    }
}
