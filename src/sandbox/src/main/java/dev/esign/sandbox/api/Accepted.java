package dev.esign.sandbox.api;

import java.util.Set;
import java.util.function.Predicate;

/** The names that exist; when none was given, every name does. */
public final class Accepted {

    private final Predicate<String> names;

    private Accepted(Predicate<String> names) {
        this.names = names;
    }

    public static Accepted exactly(Set<String> names) {
        Set<String> kept = Set.copyOf(names);
        return new Accepted(name -> kept.isEmpty() || kept.contains(name));
    }

    /** The names that somebody else knows. */
    public static Accepted by(Predicate<String> names) {
        return new Accepted(names);
    }

    public boolean accepts(String name) {
        return !name.isBlank() && names.test(name);
    }
}
