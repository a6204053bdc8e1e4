package dev.esign.service.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.esign.model.InvalidSessionException;

/** Collects everything that is wrong with a request, so that the caller can put it right in one go. Not thread-safe. */
public final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    public void add(String field, String problem) {
        found.add(new FieldProblem(field, problem));
    }

    /** Builds what the domain model checks as a whole; fails with its problems and those that were found before. */
    public <T> T build(Supplier<T> building) {
        T built = null;
        try {
            built = building.get();
        } catch (InvalidSessionException invalid) {
            invalid.problems().forEach(problem -> add(field(problem.path()), problem.problem()));
        }
        throwIfAny();
        return built;
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(found);
        }
    }

    /** Where the request has what the model has at this path. */
    private static String field(String path) {
        return path.startsWith("copyTo[") ? path.replaceFirst("copyTo", "copyTo.emails") : path;
    }
}
