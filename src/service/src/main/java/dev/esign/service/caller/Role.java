package dev.esign.service.caller;

import java.util.EnumSet;
import java.util.Set;

/** What a caller may be allowed to do. */
enum Role {
    SEND,
    READ,
    ADMIN;

    /** The roles of a caller by the names that its token or its proxy gives them. */
    static Set<Role> of(Set<String> names, CallersConfig.Roles config) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : values()) {
            if (role.names(config).stream().anyMatch(names::contains)) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** What this role is called. */
    Set<String> names(CallersConfig.Roles config) {
        return switch (this) {
            case SEND -> config.send();
            case READ -> config.read();
            case ADMIN -> config.admin();
        };
    }
}
