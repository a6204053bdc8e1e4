package dev.esign.sandbox.user;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.RefusedException;

/** The groups of the account. Thread-safe. */
public final class Groups {

    private final Consumer<Group> keeper;
    private final Map<String, Group> byId = new HashMap<>();

    /**
     * Begins.
     *
     * @param kept groups from an earlier life of the sandbox
     * @param keeper keeps a changed group; if it throws, the group hasn't changed
     */
    public Groups(Collection<Group> kept, Consumer<Group> keeper) {
        this.keeper = keeper;
        kept.forEach(group -> byId.put(group.id(), group));
    }

    /** Forgets all groups. */
    public synchronized void clear() {
        byId.clear();
    }

    /**
     * Makes a group.
     *
     * @throws RefusedException if it has no name
     */
    public synchronized Group create(ObjectNode members) throws RefusedException {
        if (members.path("Name").asText().isBlank()) {
            throw new RefusedException("Error: Name is required.");
        }
        return keep(new Group(UUID.randomUUID().toString(), members));
    }

    /**
     * Changes what is given and keeps the rest.
     *
     * @throws RefusedException if there is no such group
     */
    public synchronized Group update(String id, ObjectNode given) throws RefusedException {
        Group group = byId.get(id.strip().toLowerCase(Locale.ROOT));
        if (group == null) {
            throw new RefusedException("Error: Group not found.");
        }
        ObjectNode members = group.members().deepCopy();
        members.setAll(given);
        return keep(new Group(group.id(), members));
    }

    /** All groups, by name. */
    public synchronized List<Group> list() {
        return byId.values().stream().sorted(Comparator.comparing(Group::name).thenComparing(Group::id)).toList();
    }

    private Group keep(Group group) {
        keeper.accept(group);
        byId.put(group.id(), group);
        return group;
    }
}
