package dev.esign.sandbox.api;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.user.Group;
import dev.esign.sandbox.user.Groups;
import dev.esign.sandbox.user.User;
import dev.esign.sandbox.user.UserChange;
import dev.esign.sandbox.user.Users;
import dev.esign.sandbox.wire.Members;
import dev.esign.sandbox.wire.WireType;

/** The calls about groups and their users. Of most of them, neither verb nor address is published. */
public final class GroupCalls {

    private final Users users;
    private final Groups groups;
    private final UserBodyReader reader = new UserBodyReader();

    public GroupCalls(Users users, Groups groups) {
        this.users = users;
        this.groups = groups;
    }

    public Answer createUser(Request request) throws MalformedRequestException {
        JsonNode body = body(request);
        try {
            return user(users.create(change(body)));
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("Users", e.details());
        }
    }

    public Answer updateUser(Request request) throws MalformedRequestException {
        JsonNode body = body(request);
        try {
            UserChange change = change(body);
            return user(users.update(find(change.id(), change.name()), change));
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("Users", e.details());
        }
    }

    public Answer updateUserRole(Request request) throws MalformedRequestException {
        JsonNode body = body(request);
        try {
            users.check(Members.text(body, "username"));
            users.assign(find(body), role(Members.text(body, "userRole")));
            return Envelope.done(List.of());
        } catch (RefusedException e) {
            return Envelope.done(e.details());
        }
    }

    public Answer removeUser(Request request) throws MalformedRequestException {
        try {
            String named = request.variable("userName");
            users.removeFromGroup(named.isEmpty() ? find(body(request)) : find(named, named));
            return Envelope.done(List.of());
        } catch (RefusedException e) {
            return Envelope.done(e.details());
        }
    }

    public Answer users(Request request) {
        String groupId = request.variable("groupId");
        List<User> found = users.list().stream()
                .filter(user -> user.members().hasNonNull("UserGroupId"))
                .filter(user -> groupId.isEmpty()
                        || user.members().path("UserGroupId").asText().equalsIgnoreCase(groupId))
                .toList();
        return Envelope.array("GroupUsers", found, UserTree::of, List.of());
    }

    /** A GroupResponse, whose array of groups is called {@code Group}. */
    public Answer groups(Request request) {
        return Envelope.array("Group", groups.list(), UserTree::of, List.of());
    }

    public Answer createGroup(Request request) throws MalformedRequestException {
        JsonNode body = body(request);
        try {
            users.check(Members.text(body, "username"));
            return group(groups.create(WireType.GROUP.read(Members.object(body, "group"))));
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("Group", e.details());
        }
    }

    public Answer updateGroup(Request request) throws MalformedRequestException {
        JsonNode body = body(request);
        try {
            users.check(Members.text(body, "username"));
            JsonNode group = Members.object(body, "group");
            return group(groups.update(Members.text(group, "UserGroupId"), WireType.GROUP.read(group)));
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("Group", e.details());
        }
    }

    /** The one to change: a GroupUserView, or just a name; which of them is documented nowhere. */
    private User find(JsonNode body) throws MalformedRequestException, RefusedException {
        JsonNode groupUser = Members.find(body, "groupUser");
        return groupUser.isObject() ? find(Members.text(groupUser, "SystemUserId"), Members.text(groupUser, "Username"))
                : find("", groupUser.asText(""));
    }

    private User find(String id, String name) throws RefusedException {
        return name.contains("@") || id.isBlank() ? users.findByName(name) : users.findById(id);
    }

    private UserChange change(JsonNode body) throws MalformedRequestException, RefusedException {
        return reader.read(Members.object(body, "groupUser"), Members.text(body, "salt"));
    }

    private static String role(String text) throws RefusedException {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "admin" -> "Admin";
            case "manager" -> "Manager";
            case "user" -> "User";
            default -> throw new RefusedException("Error: userRole must be Admin, Manager or User.");
        };
    }

    private static Answer user(User user) {
        return Envelope.array("Users", List.of(user), UserTree::of, List.of());
    }

    private static Answer group(Group group) {
        return Envelope.array("Group", List.of(group), UserTree::of, List.of());
    }

    private static JsonNode body(Request request) throws MalformedRequestException {
        return new SessionBodyReader(request.body()).read();
    }
}
