package dev.esign.sandbox.http;

/** What a request has to pass before it reaches its call, such as the check of its token. */
@FunctionalInterface
public interface Gate {

    /** Stops nobody. */
    Gate OPEN = call -> call;

    /** The call with this gate in front of it. */
    Call before(Call call);
}
