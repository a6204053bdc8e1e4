package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of CreateUser and UpdateUser.
 *
 * @param salt {@code salt}: what the user's password is encrypted with
 * @param user {@code user}
 */
public record UserRequest(@JsonProperty("salt") String salt, @JsonProperty("user") WireUser user) implements WireBody {

    @Override
    public String toString() {
        return "UserRequest[" + user + "]";
    }
}
