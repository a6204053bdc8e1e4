package dev.esign.service.caller;

import java.util.Set;

/** Who may send a request. */
enum Access {
    /** Everybody, also those who don't say who they are. */
    OPEN(null),
    /** Everybody who has any role. */
    ANY_ROLE(Role.READ),
    SEND(Role.SEND),
    READ(Role.READ),
    ADMIN(Role.ADMIN);

    private final Role least;

    Access(Role least) {
        this.least = least;
    }

    /** The least role that is enough; null where none is needed. */
    Role least() {
        return least;
    }

    boolean permits(Set<Role> roles) {
        return switch (this) {
            case OPEN -> true;
            case ANY_ROLE -> !roles.isEmpty();
            case SEND, READ, ADMIN -> roles.contains(least) || roles.contains(Role.ADMIN);
        };
    }
}
