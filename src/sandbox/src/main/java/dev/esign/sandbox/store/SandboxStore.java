package dev.esign.sandbox.store;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import dev.esign.sandbox.session.DocumentPlace;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.user.Group;
import dev.esign.sandbox.user.User;

/** Where a sandbox keeps its state. A {@code keep} that throws {@link UncheckedIOException} has kept nothing. Thread-safe. */
public interface SandboxStore extends AutoCloseable {

    /** A store that forgets: the state lives as long as the sandbox. */
    SandboxStore MEMORY = new SandboxStore() {
    };

    /** Where documents go. */
    default DocumentPlace documents() {
        return DocumentPlace.MEMORY;
    }

    /** The sessions of an earlier life. */
    default List<SessionSnapshot> sessions() {
        return List.of();
    }

    /** The users of an earlier life. */
    default List<User> users() {
        return List.of();
    }

    /** The groups of an earlier life. */
    default List<Group> groups() {
        return List.of();
    }

    /** How far the clock was moved forward. */
    default Duration clockLead() {
        return Duration.ZERO;
    }

    default void keep(SessionSnapshot session) {
        // Forgotten.
    }

    default void keep(User user) {
        // Forgotten.
    }

    default void keep(Group group) {
        // Forgotten.
    }

    default void keepClockLead(Duration lead) {
        // Forgotten.
    }

    /** Forgets sessions, users and groups. */
    default void clear() {
        // Forgotten.
    }

    @Override
    default void close() {
        // Nothing is open.
    }
}
