package dev.esign.sandbox;

import java.util.List;

/** A call that was understood and refused. Its message is fixed: the texts for the client may name people and files. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> details;

    RefusedException(List<String> details) {
        super("refused", null, false, false);
        this.details = List.copyOf(details);
    }

    RefusedException(String detail) {
        this(List.of(detail));
    }

    /** The texts for the client. */
    List<String> details() {
        return details;
    }
}
