package dev.esign.model;

/** What a user may do in a group ({@code userRole}). */
public enum GroupRole {

    /** {@code Admin}. */
    ADMIN,
    /** {@code Manager}. */
    MANAGER,
    /** {@code User}. */
    USER
}
