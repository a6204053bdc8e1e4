package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of UpdateUserByUsername.
 *
 * @param salt {@code salt}: what the user's password is encrypted with
 * @param oldUsername {@code oldUsername}: the name by which eSign knows the user now
 * @param user {@code user}, maybe with another name
 */
public record RenamedUserRequest(@JsonProperty("salt") String salt, @JsonProperty("oldUsername") String oldUsername,
        @JsonProperty("user") WireUser user) implements WireBody {

    @Override
    public String toString() {
        return "RenamedUserRequest[" + user + "]";
    }
}
