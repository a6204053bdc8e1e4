package dev.esign.sandbox.http;

/**
 * One verb on one path, and the call that answers it.
 *
 * @param operation the name of the documented method; empty for what is the sandbox's own
 * @param gate what a request has to pass before the call
 */
public record Route(String operation, String verb, PathTemplate path, Gate gate, Call call) {

    /** A route of the sandbox's own. */
    public static Route of(String verb, String template, Call call) {
        return of("", verb, template, Gate.OPEN, call);
    }

    /** A route of a documented method. */
    public static Route of(String operation, String verb, String template, Gate gate, Call call) {
        return new Route(operation, verb, PathTemplate.of(template), gate, call);
    }

    /** Whether this is a documented method, as opposed to something of the sandbox's own. */
    public boolean isDocumented() {
        return !operation.isEmpty();
    }
}
