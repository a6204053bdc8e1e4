package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of UpdateGroupUserRole.
 *
 * @param username {@code username}: the e-mail address of the account's administrator
 * @param groupUser {@code groupUser}: the e-mail address of the user whose role changes
 * @param userRole {@code userRole}
 */
public record GroupUserRoleRequest(@JsonProperty("username") String username, @JsonProperty("groupUser") String groupUser,
        @JsonProperty("userRole") String userRole) implements WireBody {

    @Override
    public String toString() {
        return "GroupUserRoleRequest[userRole=" + userRole + "]";
    }
}
