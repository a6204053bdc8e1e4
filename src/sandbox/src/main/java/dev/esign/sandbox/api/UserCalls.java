package dev.esign.sandbox.api;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.user.User;
import dev.esign.sandbox.user.UserChange;
import dev.esign.sandbox.user.Users;
import dev.esign.sandbox.wire.Members;

/** The calls about users: CreateUser, GetUserById, GetUserByUsername, UpdateUser, UpdateUserByUsername and ProvisionUser. */
public final class UserCalls {

    private final Users users;
    private final UserBodyReader reader = new UserBodyReader();

    public UserCalls(Users users) {
        this.users = users;
    }

    /** A call that answers with a user. */
    private interface UserCall {

        User answer(Request request) throws MalformedRequestException, RefusedException;
    }

    public Call create() {
        return answering(request -> {
            JsonNode body = body(request);
            return users.create(change(body));
        });
    }

    public Call get() {
        return answering(request -> users.findById(request.variable("id")));
    }

    public Call find() {
        return answering(request -> users.findByName(request.query("username")));
    }

    public Call update() {
        return answering(request -> {
            UserChange change = change(body(request));
            // The table wants both id and name, the examples send one of them.
            User user = change.id().isBlank() ? users.findByName(change.name()) : users.findById(change.id());
            return users.update(user, change);
        });
    }

    public Call updateByName() {
        return answering(request -> {
            JsonNode body = body(request);
            return users.update(users.findByName(Members.text(body, "oldUsername")), change(body));
        });
    }

    public Call provision() {
        return answering(request -> {
            JsonNode body = body(request);
            boolean active = UserBodyReader.active(Members.text(body, "userStatus"))
                    .orElseThrow(() -> new RefusedException("Error: userStatus is required."));
            return users.provision(users.findById(Members.text(body, "systemUserId")), active);
        });
    }

    private UserChange change(JsonNode body) throws MalformedRequestException, RefusedException {
        return reader.read(Members.object(body, "user"), Members.text(body, "salt"));
    }

    private static Call answering(UserCall call) {
        return request -> {
            try {
                return Envelope.array("Users", List.of(call.answer(request)), UserTree::of, List.of());
            } catch (RefusedException e) {
                return Envelope.arrayRefusal("Users", e.details());
            }
        };
    }

    private static JsonNode body(Request request) throws MalformedRequestException {
        return new SessionBodyReader(request.body()).read();
    }
}
