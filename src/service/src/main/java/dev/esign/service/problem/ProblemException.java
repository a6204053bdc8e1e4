package dev.esign.service.problem;

import java.util.List;

/** Something that the service itself refuses, as a problem of some kind. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient Problem problem;

    public ProblemException(ProblemKind kind) {
        this(kind, null, null, List.of());
    }

    /** A problem about a session; what isn't known of it is null. */
    public ProblemException(ProblemKind kind, String sessionId, String transactionId, List<FieldProblem> problems) {
        super(kind.title());
        this.kind = kind;
        this.problem = new Problem(kind.type(), kind.title(), kind.status(), kind.detail(), null, null, sessionId,
                transactionId, List.of(), problems);
    }

    public ProblemKind kind() {
        return kind;
    }

    public Problem problem() {
        return problem;
    }
}
