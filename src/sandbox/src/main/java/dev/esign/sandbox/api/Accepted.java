package dev.esign.sandbox.api;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names that exist; when none was given, every name does. */
public final class Accepted {

    private final Set<String> names = new HashSet<>();
    private final boolean ignoreCase;

    private Accepted(Set<String> names, boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        names.forEach(name -> this.names.add(key(name)));
    }

    public static Accepted exactly(Set<String> names) {
        return new Accepted(names, false);
    }

    public static Accepted ignoringCase(Set<String> names) {
        return new Accepted(names, true);
    }

    public boolean accepts(String name) {
        return !name.isBlank() && (names.isEmpty() || names.contains(key(name)));
    }

    private String key(String name) {
        return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
