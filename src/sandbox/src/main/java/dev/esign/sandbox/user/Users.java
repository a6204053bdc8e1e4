package dev.esign.sandbox.user;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.EmailAddress;
import dev.esign.sandbox.session.RefusedException;

/**
 * The users of the account. Unless some were named at the start, names that belong to no user may own sessions and sign in
 * too, with any password. Thread-safe.
 */
public final class Users {

    public static final String NOT_FOUND = "Error: Username not found.";
    public static final String BAD_CREDENTIALS = "Error: Invalid user account information";

    private final Set<String> fromTheStart = new LinkedHashSet<>();
    private final boolean anybody;
    private final Consumer<User> keeper;
    private final Map<String, User> byId = new HashMap<>();
    private final Map<String, User> byName = new HashMap<>();

    /**
     * Begins.
     *
     * @param named users that exist from the start; if there are none, everybody is accepted
     * @param known further users that exist from the start
     * @param kept users from an earlier life of the sandbox
     * @param keeper keeps a changed user; if it throws, the user hasn't changed
     */
    public Users(Set<String> named, Set<String> known, Collection<User> kept, Consumer<User> keeper) {
        fromTheStart.addAll(named);
        fromTheStart.addAll(known);
        this.anybody = named.isEmpty();
        this.keeper = keeper;
        kept.forEach(this::put);
        putFirst();
    }

    /** Forgets all users but those that exist from the start. */
    public synchronized void clear() {
        byId.clear();
        byName.clear();
        putFirst();
    }

    private void putFirst() {
        for (String name : fromTheStart) {
            if (!byName.containsKey(key(name))) {
                String id = UUID.nameUUIDFromBytes(("user " + key(name)).getBytes(StandardCharsets.UTF_8)).toString();
                put(new User(id, JsonNodeFactory.instance.objectNode().put("Username", name.strip()), true, Optional.empty(),
                        ""));
            }
        }
    }

    /** Whether a name may be used: a user's who is active, or anybody's if none were named. */
    public synchronized boolean accepts(String name) {
        User user = byName.get(key(name));
        return user == null ? anybody && !name.isBlank() : user.active();
    }

    /**
     * Lets a name pass that may own sessions.
     *
     * @throws RefusedException if there is no such user, or the user is inactive
     */
    public synchronized void check(String name) throws RefusedException {
        if (!accepts(name)) {
            throw new RefusedException(byName.containsKey(key(name)) ? "Error: The user is inactive." : NOT_FOUND);
        }
    }

    /**
     * Checks a password.
     *
     * @return the user; without anything but a name if it is nobody in particular
     * @throws RefusedException if the user doesn't exist, is inactive or has another password
     */
    public synchronized User authenticate(String name, String password) throws RefusedException {
        User user = byName.get(key(name));
        boolean good = accepts(name) && !password.isEmpty()
                && (user == null || user.password().isEmpty() || user.password().get().matches(password));
        if (!good) {
            throw new RefusedException(BAD_CREDENTIALS);
        }
        return user != null ? user
                : new User("00000000-0000-0000-0000-000000000000",
                        JsonNodeFactory.instance.objectNode().put("Username", name.strip()), true, Optional.empty(), "");
    }

    /**
     * Makes a user.
     *
     * @throws RefusedException if something is missing, or the name is taken or no e-mail address
     */
    public synchronized User create(UserChange change) throws RefusedException {
        List<String> refusals = new ArrayList<>();
        for (String member : List.of("FirstName", "LastName", "Username")) {
            if (change.members().path(member).asText().isBlank()) {
                refusals.add("Error: " + member + " is required.");
            }
        }
        if (change.password().isEmpty()) {
            refusals.add("Error: Password is required.");
        }
        checkName(change, "", refusals);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return keep(new User(UUID.randomUUID().toString(), change.members(), change.active().orElse(true), change.password(),
                ""));
    }

    /**
     * Finds a user by the system user id.
     *
     * @throws RefusedException if there is none
     */
    public synchronized User findById(String id) throws RefusedException {
        User user = byId.get(key(id));
        if (user == null) {
            throw new RefusedException("Error: User not found.");
        }
        return user;
    }

    /**
     * Finds a user by e-mail address.
     *
     * @throws RefusedException if there is none
     */
    public synchronized User findByName(String name) throws RefusedException {
        User user = byName.get(key(name));
        if (user == null) {
            throw new RefusedException(NOT_FOUND);
        }
        return user;
    }

    /**
     * Changes what is given and keeps the rest.
     *
     * @throws RefusedException if the new name is taken or no e-mail address
     */
    public synchronized User update(User user, UserChange change) throws RefusedException {
        List<String> refusals = new ArrayList<>();
        checkName(change, user.id(), refusals);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        ObjectNode members = user.members().deepCopy();
        members.setAll(change.members());
        return keep(new User(user.id(), members, change.active().orElse(user.active()), change.password().or(user::password),
                user.role()));
    }

    /** Activates or deactivates. */
    public synchronized User provision(User user, boolean active) {
        return keep(new User(user.id(), user.members(), active, user.password(), user.role()));
    }

    /** Gives a role in the group. */
    public synchronized User assign(User user, String role) {
        return keep(new User(user.id(), user.members(), user.active(), user.password(), role));
    }

    /** Takes a user out of the group. */
    public synchronized User removeFromGroup(User user) {
        ObjectNode members = user.members().deepCopy();
        members.remove("UserGroupId");
        return keep(new User(user.id(), members, user.active(), user.password(), ""));
    }

    /** All users, by name. */
    public synchronized List<User> list() {
        return byName.values().stream().sorted(Comparator.comparing(user -> key(user.name()))).toList();
    }

    private void checkName(UserChange change, String ownId, List<String> refusals) {
        if (change.name().isEmpty()) {
            return;
        }
        User other = byName.get(key(change.name()));
        if (!EmailAddress.isValid(change.name())) {
            refusals.add("Error: Username must be a valid email address.");
        } else if (other != null && !other.id().equals(ownId)) {
            refusals.add("Error: Username already exists.");
        }
    }

    private User keep(User user) {
        keeper.accept(user);
        put(user);
        return user;
    }

    private void put(User user) {
        User before = byId.put(key(user.id()), user);
        if (before != null) {
            byName.remove(key(before.name()));
        }
        byName.put(key(user.name()), user);
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
