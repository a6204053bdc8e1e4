package dev.esign.sandbox.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the call for a verb and a path. */
public final class Routes {

    private final List<Route> routes;

    public Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** What the sandbox has at a path. */
    public sealed interface Found {
    }

    /** A call for this verb. */
    public record Match(Route route) implements Found {
    }

    /** Calls, but for other verbs only. */
    public record OtherVerbs(String allowed) implements Found {
    }

    /** Nothing. */
    public record Nothing() implements Found {
    }

    /** The names of the documented methods that are here, in the order of their routes. */
    public Set<String> operations() {
        Set<String> operations = new LinkedHashSet<>();
        routes.stream().filter(Route::isDocumented).forEach(route -> operations.add(route.operation()));
        return operations;
    }

    public Found find(String verb, String rawPath) {
        // The first template that matches owns the path: "sessions/updatesession" is not a session's id.
        PathTemplate owner = null;
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            if (owner == null ? route.path().matches(rawPath) : route.path().equals(owner)) {
                owner = route.path();
                if (route.verb().equals(verb)) {
                    return new Match(route);
                }
                allowed.add(route.verb());
            }
        }
        return owner == null ? new Nothing() : new OtherVerbs(String.join(", ", allowed));
    }
}
