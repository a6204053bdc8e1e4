package dev.esign.sandbox.user;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.PasswordHash;

/**
 * What a call asks for: members without a value are absent.
 *
 * @param id the system user id; empty if none was given
 * @param active whether the user shall be active, if the call says so
 * @param password the new password, if one was given
 */
public record UserChange(String id, ObjectNode members, Optional<Boolean> active, Optional<PasswordHash> password) {

    /** The e-mail address; empty if none was given. */
    public String name() {
        return members.path("Username").asText().strip();
    }

    /** People stay out of logs. */
    @Override
    public String toString() {
        return "UserChange[…]";
    }
}
