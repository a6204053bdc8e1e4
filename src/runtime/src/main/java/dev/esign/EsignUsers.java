package dev.esign;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.model.GroupRole;
import dev.esign.model.User;
import dev.esign.model.UserStatus;
import dev.esign.runtime.Threads;
import dev.esign.runtime.UserOperations;
import io.quarkus.arc.DefaultBean;

/**
 * The users of the account: inject it to create, find and change them. Passwords are encrypted by EncryptString, which puts
 * them into the path of a request, before they are sent. Each method blocks until eSign has answered, and fails as those of
 * {@link SigningSessions} do. Thread-safe.
 */
@DefaultBean
@ApplicationScoped
public class EsignUsers {

    private final UserOperations operations;

    EsignUsers(UserOperations operations) {
        this.operations = operations;
    }

    /**
     * Creates a user (CreateUser). Look for it by its name before: a name can be taken only once.
     *
     * @param user name, first name, last name and password at least
     * @return the user as eSign has it; keep its system user id
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost; the user can be looked for by its name
     */
    public User create(User user) {
        return Threads.await(operations.create(user));
    }

    /**
     * Reads a user (GetUserById).
     *
     * @param systemUserId the system user id
     * @return the user; empty when eSign knows none
     */
    public Optional<User> findById(String systemUserId) {
        return Threads.await(operations.findById(systemUserId));
    }

    /**
     * Reads a user (GetUserByUsername).
     *
     * @param username the user's e-mail address
     * @return the user; empty when eSign knows none
     */
    public Optional<User> findByUsername(String username) {
        return Threads.await(operations.findByUsername(username));
    }

    /**
     * Changes a user (UpdateUser).
     *
     * @param user the changes; the documentation wants system user id and name, its examples have one of them
     * @return the user as eSign has it
     * @throws ValidationException when eSign refused; its texts say why
     * @throws NotFoundException when eSign doesn't know the user
     * @throws OutcomeUnknownException when the answer was lost
     */
    public User update(User user) {
        return Threads.await(operations.update(user));
    }

    /**
     * Changes a user that is known by its name (UpdateUserByUsername).
     *
     * @param oldUsername the name by which eSign knows the user
     * @param user the changes, maybe with a new name
     * @return the user as eSign has it
     * @throws ValidationException when eSign refused; its texts say why
     * @throws NotFoundException when eSign doesn't know the user
     * @throws OutcomeUnknownException when the answer was lost
     */
    public User updateByUsername(String oldUsername, User user) {
        return Threads.await(operations.updateByUsername(oldUsername, user));
    }

    /**
     * Activates or deactivates a user (ProvisionUser), on which its access and its price depend.
     *
     * @param systemUserId the system user id
     * @param status active or not
     * @return the user as eSign has it
     * @throws ValidationException when eSign refused; its texts say why
     * @throws NotFoundException when eSign doesn't know the user
     * @throws OutcomeUnknownException when the answer was lost
     */
    public User provision(String systemUserId, UserStatus status) {
        return Threads.await(operations.provision(systemUserId, status));
    }

    /**
     * Creates a user in a group (CreateGroupUser). eSign documents no subscription, numbers, date format and job title for
     * those.
     *
     * @param groupId the group
     * @param user name, first name, last name and password at least, no system user id
     * @return the user as eSign has it; keep its system user id
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost; the user can be looked for by its name
     */
    public User createGroupUser(String groupId, User user) {
        return Threads.await(operations.createGroupUser(groupId, user));
    }

    /**
     * Changes what a user may do in its group (UpdateGroupUserRole), as {@code quarkus.esign.username}, who must be an
     * administrator.
     *
     * @param username the e-mail address of the user whose role changes
     * @param role the new role
     * @throws ValidationException when eSign refused; its texts say why
     * @throws NotFoundException when eSign doesn't know the user
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void changeGroupUserRole(String username, GroupRole role) {
        Threads.await(operations.changeGroupUserRole(username, role));
    }
}
