package dev.esign.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.esign.FailedCall;
import dev.esign.NotFoundException;
import dev.esign.Operation;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.model.GroupRole;
import dev.esign.model.User;
import dev.esign.model.UserStatus;
import dev.esign.rest.GroupUserRequest;
import dev.esign.rest.GroupUserRoleRequest;
import dev.esign.rest.ProvisionRequest;
import dev.esign.rest.RenamedUserRequest;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.TokensApi;
import dev.esign.rest.UserRequest;
import dev.esign.rest.UserResponse;
import dev.esign.rest.UsersApi;
import dev.esign.rest.WireUser;
import io.smallrye.mutiny.Uni;

/** What can be done with the account's users, each operation tried once. */
@Singleton
public class UserOperations {

    private final RequiredSettings required;
    private final UsersApi users;
    private final TokensApi tokensApi;
    private final Calls calls;
    private final AccountCredentials credentials;

    UserOperations(RequiredSettings required, @RestClient UsersApi users, @RestClient TokensApi tokensApi,
            Calls calls, AccountCredentials credentials) {
        this.required = required;
        this.users = users;
        this.tokensApi = tokensApi;
        this.calls = calls;
        this.credentials = credentials;
    }

    /** CreateUser. */
    public Uni<User> create(User user) {
        return complete(user).flatMap(
                valid -> send(Operation.CREATE_USER, valid, null, (salt, wire) -> users.create(new UserRequest(salt, wire))));
    }

    /** GetUserById. */
    public Uni<Optional<User>> findById(String systemUserId) {
        return Arguments.notBlank(systemUserId, "system user id")
                .flatMap(id -> find(Operation.GET_USER_BY_ID, () -> users.get(id)));
    }

    /** GetUserByUsername. */
    public Uni<Optional<User>> findByUsername(String username) {
        return Arguments.notBlank(username, "username")
                .flatMap(name -> find(Operation.GET_USER_BY_USERNAME, () -> users.find(name)));
    }

    /** UpdateUser. */
    public Uni<User> update(User user) {
        return send(Operation.UPDATE_USER, user, null, (salt, wire) -> users.update(new UserRequest(salt, wire)));
    }

    /** UpdateUserByUsername. */
    public Uni<User> updateByUsername(String oldUsername, User user) {
        return Arguments.notBlank(oldUsername, "old username").flatMap(name -> send(Operation.UPDATE_USER_BY_USERNAME, user,
                null, (salt, wire) -> users.updateByUsername(new RenamedUserRequest(salt, name, wire))));
    }

    /** ProvisionUser. */
    public Uni<User> provision(String systemUserId, UserStatus status) {
        return Arguments.notBlank(systemUserId, "system user id")
                .flatMap(id -> credentials.salt().map(salt -> new ProvisionRequest(salt, id, status.code())))
                .flatMap(request -> change(Operation.PROVISION_USER, () -> users.provision(request), UnaryOperator.identity()));
    }

    /** CreateGroupUser. */
    public Uni<User> createGroupUser(String groupId, User user) {
        return Arguments.notBlank(groupId, "group id").call(() -> complete(user)).flatMap(id -> send(
                Operation.CREATE_GROUP_USER, user, id, (salt, wire) -> users.createInGroup(new GroupUserRequest(salt, wire))));
    }

    /** UpdateGroupUserRole. */
    public Uni<Void> changeGroupUserRole(String username, GroupRole role) {
        FailedCall call = calls.named(FailedCall.of(Operation.UPDATE_GROUP_USER_ROLE));
        return Arguments.notBlank(username, "username")
                .map(name -> new GroupUserRoleRequest(required.username(), name, role.name().toLowerCase(Locale.ROOT)))
                .flatMap(request -> calls.perform(call, () -> users.updateGroupRole(request)))
                .onFailure(NotFoundException.class).transform(UserOperations::unknownUser)
                .replaceWithVoid();
    }

    private Uni<Optional<User>> find(Operation operation, Supplier<Uni<UserResponse>> request) {
        FailedCall call = calls.named(FailedCall.of(operation));
        return calls.perform(call, request)
                .map(answer -> answer.users().stream().findFirst()
                        .map(user -> UserReader.read(user).orElseThrow(() -> new ProtocolException(call,
                                "eSign answered with a user that has neither a name nor an id", null))))
                .onFailure(NotFoundException.class).recoverWithItem(Optional.empty());
    }

    /** Has the password encrypted, if there is one, and sends the user. */
    private Uni<User> send(Operation operation, User user, String groupId,
            BiFunction<String, WireUser, Uni<UserResponse>> request) {
        return credentials.salt().flatMap(salt -> encryptedPassword(user, salt)
                .map(cipherText -> wire(user, cipherText, groupId))
                .flatMap(wire -> change(operation, () -> request.apply(salt, wire),
                        text -> without(wire.password(), without(user.password().orElse(null), text)))));
    }

    /** EncryptString; null for a user without a password. */
    private Uni<String> encryptedPassword(User user, String salt) {
        if (user.password().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        String password = user.password().get();
        FailedCall call = calls.named(FailedCall.of(Operation.ENCRYPT_STRING));
        return calls.perform(call, () -> tokensApi.encryptString(password, salt), text -> without(password, text))
                .map(RequestResponse::returnValue)
                .invoke(cipherText -> {
                    if (cipherText == null || cipherText.isBlank()) {
                        throw new ProtocolException(call, "eSign answered without a value", null);
                    }
                });
    }

    private Uni<User> change(Operation operation, Supplier<Uni<UserResponse>> request, UnaryOperator<String> cleaning) {
        FailedCall call = calls.named(FailedCall.of(operation));
        return calls.perform(call, request, cleaning)
                .map(answer -> answer.users().stream().findFirst().flatMap(UserReader::read)
                        .orElseThrow(() -> new OutcomeUnknownException(call.answered(200, List.of()),
                                "eSign answered without the user, so it isn't known whether it did it", null)))
                .onFailure(NotFoundException.class).transform(UserOperations::unknownUser);
    }

    /** The name that isn't known may be another than the configured one, of which the message speaks otherwise. */
    private static Throwable unknownUser(Throwable failure) {
        NotFoundException unknown = (NotFoundException) failure;
        if (unknown.texts().isEmpty()) {
            return unknown;
        }
        Integer httpStatus = unknown.httpStatus().isPresent() ? unknown.httpStatus().getAsInt() : null;
        return new NotFoundException(
                FailedCall.of(unknown.operation()).by(unknown.account()).answered(httpStatus, unknown.texts()),
                "eSign doesn't know the user", null);
    }

    private static String without(String secret, String text) {
        return secret == null ? text : text.replace(secret, "***");
    }

    private static Uni<User> complete(User user) {
        return Uni.createFrom().item(() -> {
            requirePresent(user.username(), "name");
            requirePresent(user.firstName(), "first name");
            requirePresent(user.lastName(), "last name");
            requirePresent(user.password(), "password");
            return user;
        });
    }

    private static void requirePresent(Optional<String> member, String name) {
        if (member.filter(text -> !text.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("user: the " + name + " is missing; eSign wants one for a new user");
        }
    }

    private static WireUser wire(User user, String cipherText, String groupId) {
        return new WireUser(user.systemUserId().orElse(null), user.username().orElse(null), user.firstName().orElse(null),
                user.lastName().orElse(null), cipherText, user.company().orElse(null), user.emailSignature().orElse(null),
                user.status().map(UserStatus::code).orElse(null), user.region().orElse(null),
                user.subscriptionType().orElse(null), user.timeZoneId().orElse(null), user.cellNumber().orElse(null),
                user.phoneNumber().orElse(null), user.dateFormat().orElse(null), user.jobTitle().orElse(null), groupId);
    }
}
