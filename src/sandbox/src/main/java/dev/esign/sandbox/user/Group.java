package dev.esign.sandbox.user;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A group of the account's users. Immutable: its members are never changed in place. */
public record Group(String id, ObjectNode members) {

    public String name() {
        return members.path("Name").asText();
    }

    @Override
    public String toString() {
        return "Group[" + id + "]";
    }
}
