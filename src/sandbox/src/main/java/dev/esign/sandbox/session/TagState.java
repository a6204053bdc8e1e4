package dev.esign.sandbox.session;

/**
 * Where the anchor tags of a document are. Immutable.
 *
 * @param problem why they can't be read; empty unless they can't
 */
public record TagState(Phase phase, String problem) {

    /** A document that isn't looked at for tags. */
    public static final TagState NONE = new TagState(Phase.NONE, "");
    /** A document that is going to be read. */
    public static final TagState PENDING = new TagState(Phase.PENDING, "");
    /** A document that was read. */
    public static final TagState READ = new TagState(Phase.READ, "");

    /** How far they are. */
    public enum Phase {
        NONE,
        PENDING,
        READ,
        UNREADABLE
    }

    /** A document that can't be read, ever. */
    public static TagState unreadable(String problem) {
        return new TagState(Phase.UNREADABLE, problem);
    }
}
