package dev.esign.sandbox.session;

import java.util.List;

/** A call that was understood and refused. Its message is fixed: the texts for the client may name people and files. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> details;

    public RefusedException(List<String> details) {
        super("refused", null, false, false);
        this.details = List.copyOf(details);
    }

    public RefusedException(String detail) {
        this(List.of(detail));
    }

    /** The texts for the client. */
    public List<String> details() {
        return details;
    }
}
