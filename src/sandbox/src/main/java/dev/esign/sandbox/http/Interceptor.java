package dev.esign.sandbox.http;

/** Stands between requests and the calls of documented operations, and may answer in their place. */
@FunctionalInterface
public interface Interceptor {

    /** Lets everything pass. */
    Interceptor NONE = (route, stage, call) -> call;

    /** Where a request is stopped. */
    enum Stage {
        /** Before anything was looked at: neither the token nor the body. Malformed requests are answered behind it. */
        ARRIVED,
        /** Behind the route's gate: the token was good, and is spent. */
        ADMITTED
    }

    /** The call with whatever shall happen around it. */
    Call around(Route route, Stage stage, Call call);
}
