package dev.esign.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A request that can't be read. Nothing was sent. */
public final class MalformedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FieldProblem problem;

    public MalformedRequestException(FieldProblem problem) {
        super(problem.problem());
        this.problem = problem;
    }

    /** For JSON that was read from somewhere else than the request's body as a whole. */
    public MalformedRequestException(JsonProcessingException malformed) {
        this(JsonProblems.explain(malformed));
    }

    public FieldProblem problem() {
        return problem;
    }
}
