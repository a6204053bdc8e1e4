package dev.esign.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects everything that is wrong with a request, so that the caller can put it right in one go. Not thread-safe. */
final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String field, String problem) {
        found.add(new FieldProblem(field, problem));
    }

    /** Does something that the domain model may refuse. */
    void attempt(String field, Runnable action) {
        attempt(field, () -> {
            action.run();
            return null;
        }, () -> null);
    }

    /**
     * Makes something that the domain model may refuse. Then {@code standIn} takes its place, so that the rest can be checked
     * too; it gets no further, because {@link #throwIfAny()} follows.
     */
    <T> T attempt(String field, Supplier<T> making, Supplier<T> standIn) {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            add(field, withoutSubject(refused.getMessage()));
            return standIn.get();
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(found);
        }
    }

    /** The model's messages begin with what they are about; here the field says that, and more precisely. */
    private static String withoutSubject(String message) {
        int colon = message.indexOf(": ");
        return colon < 0 ? message : message.substring(colon + 2);
    }
}
