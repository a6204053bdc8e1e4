package dev.esign.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.esign.model.InvalidSessionException;

/** Collects everything that is wrong with a request, so that the caller can put it right in one go. Not thread-safe. */
final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String field, String problem) {
        found.add(new FieldProblem(field, problem));
    }

    /** Builds what the domain model checks as a whole; fails with its problems and those that were found before. */
    <T> T build(Supplier<T> building) {
        T built = null;
        try {
            built = building.get();
        } catch (InvalidSessionException invalid) {
            invalid.problems().forEach(problem -> add(field(problem.path()), problem.problem()));
        }
        throwIfAny();
        return built;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(found);
        }
    }

    /** Where the request has what the model has at this path. */
    private static String field(String path) {
        return path.startsWith("copyTo[") ? path.replaceFirst("copyTo", "copyTo.emails") : path;
    }
}
