package dev.esign.model;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a session, part by part, so that it can be put right in one go. Not thread-safe. */
final class Findings {

    private final List<Problem> problems;
    private final String prefix;

    Findings() {
        this(new ArrayList<>(), "");
    }

    private Findings(List<Problem> problems, String prefix) {
        this.problems = problems;
        this.prefix = prefix;
    }

    /** The same collection, as seen by one element of a list. */
    Findings of(String list, int index) {
        return new Findings(problems, prefix + list + "[" + index + "].");
    }

    void add(String path, String problem) {
        problems.add(new Problem(prefix + path, problem));
    }

    void addIf(boolean wrong, String path, String problem) {
        if (wrong) {
            add(path, problem);
        }
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidSessionException(problems);
        }
    }
}
