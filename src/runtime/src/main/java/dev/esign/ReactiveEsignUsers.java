package dev.esign;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.model.GroupRole;
import dev.esign.model.User;
import dev.esign.model.UserStatus;
import dev.esign.runtime.UserOperations;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/**
 * The twin of {@link EsignUsers} for reactive applications: the same operations with the same behaviour, as
 * {@link ReactiveSigningSessions} is to {@link SigningSessions}. Thread-safe.
 */
@DefaultBean
@ApplicationScoped
public class ReactiveEsignUsers {

    private final UserOperations operations;

    ReactiveEsignUsers(UserOperations operations) {
        this.operations = operations;
    }

    /**
     * Creates a user, as {@link EsignUsers#create(User)}.
     *
     * @param user name, first name, last name and password at least
     * @return the user as eSign has it; keep its system user id
     */
    public Uni<User> create(User user) {
        return operations.create(user);
    }

    /**
     * Reads a user, as {@link EsignUsers#findById(String)}.
     *
     * @param systemUserId the system user id
     * @return the user; empty when eSign knows none
     */
    public Uni<Optional<User>> findById(String systemUserId) {
        return operations.findById(systemUserId);
    }

    /**
     * Reads a user, as {@link EsignUsers#findByUsername(String)}.
     *
     * @param username the user's e-mail address
     * @return the user; empty when eSign knows none
     */
    public Uni<Optional<User>> findByUsername(String username) {
        return operations.findByUsername(username);
    }

    /**
     * Changes a user, as {@link EsignUsers#update(User)}.
     *
     * @param user the changes; the documentation wants system user id and name, its examples have one of them
     * @return the user as eSign has it
     */
    public Uni<User> update(User user) {
        return operations.update(user);
    }

    /**
     * Changes a user that is known by its name, as {@link EsignUsers#updateByUsername(String, User)}.
     *
     * @param oldUsername the name by which eSign knows the user
     * @param user the changes, maybe with a new name
     * @return the user as eSign has it
     */
    public Uni<User> updateByUsername(String oldUsername, User user) {
        return operations.updateByUsername(oldUsername, user);
    }

    /**
     * Activates or deactivates a user, as {@link EsignUsers#provision(String, UserStatus)}.
     *
     * @param systemUserId the system user id
     * @param status active or not
     * @return the user as eSign has it
     */
    public Uni<User> provision(String systemUserId, UserStatus status) {
        return operations.provision(systemUserId, status);
    }

    /**
     * Creates a user in a group, as {@link EsignUsers#createGroupUser(String, User)}.
     *
     * @param groupId the group
     * @param user name, first name, last name and password at least, no system user id
     * @return the user as eSign has it; keep its system user id
     */
    public Uni<User> createGroupUser(String groupId, User user) {
        return operations.createGroupUser(groupId, user);
    }

    /**
     * Changes what a user may do in its group, as {@link EsignUsers#changeGroupUserRole(String, GroupRole)}.
     *
     * @param username the e-mail address of the user whose role changes
     * @param role the new role
     * @return completes when the user has the role
     */
    public Uni<Void> changeGroupUserRole(String username, GroupRole role) {
        return operations.changeGroupUserRole(username, role);
    }
}
