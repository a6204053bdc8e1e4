package dev.esign.anchortags;

/**
 * A document couldn't be read. Neither the message nor a cause holds anything of its content.
 *
 * @serial exclude
 */
public class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a document can't be read. */
    public enum Reason {

        /** It is encrypted, or wants a password. */
        ENCRYPTED,
        /** It is truncated, contradicts itself, or holds what no such document may hold. */
        BROKEN,
        /** It would take more memory, time or places than {@link ReadLimits} allow. */
        OVER_LIMIT
    }

    private final Reason reason;
    private final String problem;
    private final String fix;

    UnreadableDocumentException(Reason reason, String problem, String fix) {
        super(problem + "; " + fix);
        this.reason = reason;
        this.problem = problem;
        this.fix = fix;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }

    /** @return what is wrong, the beginning of the message */
    public String problem() {
        return problem;
    }

    /** @return what to do, the end of the message */
    public String fix() {
        return fix;
    }

    static UnreadableDocumentException encrypted() {
        return new UnreadableDocumentException(Reason.ENCRYPTED, "document: is encrypted", "save it without a password");
    }

    static UnreadableDocumentException broken(String what) {
        return new UnreadableDocumentException(Reason.BROKEN, "document: " + what,
                "open it in the program that made it and save it again");
    }

    static UnreadableDocumentException overLimit(String what, String limit) {
        return new UnreadableDocumentException(Reason.OVER_LIMIT, "document: " + what,
                "make it smaller, or raise ReadLimits." + limit);
    }
}
