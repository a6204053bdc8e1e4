package dev.esign.sandbox;

/** A fault that was set up. Thread-safe. */
public interface Fault {

    /**
     * Tells which fault this is.
     *
     * @return a number that no other fault of this sandbox has
     */
    long id();

    /**
     * Tells in words what was set up, such as {@code next 1 of CreateSession, after the work: connection dropped}.
     *
     * @return the description; it holds the texts that were set up, and nothing of any request
     */
    String description();

    /**
     * Counts the calls that were hit.
     *
     * @return the number, up to now
     */
    long hits();

    /**
     * Tells whether the fault can hit another call.
     *
     * @return {@code false} once it was removed or has hit as many calls as it should
     */
    boolean isActive();

    /**
     * Removes the fault. Calls that it is delaying go on at once, connections that it keeps waiting are closed. Removing a
     * second time does nothing.
     */
    void remove();
}
