package dev.esign.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.user.Group;
import dev.esign.sandbox.user.User;
import dev.esign.sandbox.wire.WireType;

/** Users and groups in the form of the service's answers. */
final class UserTree {

    private UserTree() {
    }

    static ObjectNode of(User user) {
        ObjectNode tree = WireType.USER.write(user.members());
        tree.put("SystemUserId", user.id());
        tree.put("StatusCode", user.active() ? 1 : 0);
        tree.put("UserRole", user.role().isEmpty() ? null : user.role());
        return tree;
    }

    static ObjectNode of(Group group) {
        ObjectNode tree = WireType.GROUP.write(group.members());
        tree.put("UserGroupId", group.id());
        return tree;
    }
}
