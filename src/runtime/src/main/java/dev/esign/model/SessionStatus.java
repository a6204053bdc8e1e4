package dev.esign.model;

import java.util.List;
import java.util.Optional;

/**
 * The state of a session ({@code SessionStatusType}). A code that isn't documented is kept as it came.
 *
 * @param code the number that eSign writes
 */
public record SessionStatus(int code) {

    /** Being prepared (1). */
    public static final SessionStatus IN_DRAFT = new SessionStatus(1);
    /** Started: signers are at work (2). */
    public static final SessionStatus IN_SENT = new SessionStatus(2);
    /** Everyone has signed (3). */
    public static final SessionStatus COMPLETED = new SessionStatus(3);
    /** Cancelled by the sender (4). */
    public static final SessionStatus CANCELLED = new SessionStatus(4);
    /** Deleted (5). */
    public static final SessionStatus DELETED = new SessionStatus(5);
    /** Started, then taken back for editing (6). */
    public static final SessionStatus IN_PAUSED = new SessionStatus(6);
    /** Not completed in time (7). */
    public static final SessionStatus EXPIRED = new SessionStatus(7);
    /** Its documents are gone (8). */
    public static final SessionStatus PURGED = new SessionStatus(8);
    /** Completed and put away (9). */
    public static final SessionStatus ARCHIVED = new SessionStatus(9);

    private static final List<String> NAMES = List.of("InDraft", "InSent", "Completed", "Cancelled", "Deleted", "InPaused",
            "Expired", "Purged", "Archived");

    /**
     * The state with this name.
     *
     * @param name the documented name, in any case
     * @return the state, or empty when the name isn't documented
     */
    public static Optional<SessionStatus> named(String name) {
        return StatusNames.codeOf(NAMES, name).map(SessionStatus::new);
    }

    /** @return the documented name, or {@code Status <code>} when there is none */
    public String name() {
        return StatusNames.nameOf(NAMES, code);
    }

    /** @return whether the session has not been started, or was taken back for editing: it can be changed and started */
    public boolean canStart() {
        return equals(IN_DRAFT) || equals(IN_PAUSED);
    }

    /** @return whether UpdateSession is documented to refuse a session in this state */
    public boolean refusesUpdate() {
        return code >= 1 && code <= NAMES.size() && !canStart() && !equals(IN_SENT);
    }

    @Override
    public String toString() {
        return name();
    }
}
