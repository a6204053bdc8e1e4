package dev.esign.sandbox.session;

/**
 * The states of a session, with the numbers that the WebHook page documents. {@link #TO_BE_PURGED} is documented without
 * one; its number is the sandbox's own.
 */
public enum SessionStatus {

    IN_DRAFT(1, "InDraft"),
    IN_SENT(2, "InSent"),
    COMPLETED(3, "Completed"),
    CANCELLED(4, "Cancelled"),
    DELETED(5, "Deleted"),
    IN_PAUSED(6, "InPaused"),
    EXPIRED(7, "Expired"),
    PURGED(8, "Purged"),
    ARCHIVED(9, "Archived"),
    TO_BE_PURGED(10, "To Be Purged");

    private final int code;
    private final String label;

    SessionStatus(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    /** The documented name. */
    public String label() {
        return label;
    }

    /** Whether the session is still under way: UpdateSession works, and the session can expire. */
    public boolean isOpen() {
        return isStartable() || this == IN_SENT;
    }

    public boolean isStartable() {
        return this == IN_DRAFT || this == IN_PAUSED;
    }
}
