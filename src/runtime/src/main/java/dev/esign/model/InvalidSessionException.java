package dev.esign.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A session, or a part of one, that can't be sent; nothing was. The message lists all problems, one per line, and may be
 * logged: it names fields and roles, never a person or a secret.
 *
 * @serial exclude
 */
public final class InvalidSessionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<Problem> problems;

    /**
     * All that is wrong with a session.
     *
     * @param problems at least one
     */
    public InvalidSessionException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** @return all that is wrong, at least one, in the order of the session's fields */
    public List<Problem> problems() {
        return problems;
    }
}
