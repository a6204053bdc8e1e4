package dev.esign.sandbox.user;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.PasswordHash;

/**
 * A user of the account. Immutable: its members are never changed in place.
 *
 * @param id the system user id
 * @param role the role in the user's group, such as {@code Admin}; empty for none
 */
public record User(String id, ObjectNode members, boolean active, Optional<PasswordHash> password, String role) {

    /** The e-mail address. */
    public String name() {
        return members.path("Username").asText().strip();
    }

    /** People stay out of logs. */
    @Override
    public String toString() {
        return "User[" + id + ", active=" + active + "]";
    }
}
