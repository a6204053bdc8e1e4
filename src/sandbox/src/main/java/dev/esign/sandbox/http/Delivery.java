package dev.esign.sandbox.http;

/** How an answer reaches its client, or doesn't. */
public sealed interface Delivery {

    /** All of it, at once. */
    Delivery WHOLE = new Whole();
    /** Nothing: the connection is closed instead. */
    Delivery DROPPED = new Dropped();

    record Whole() implements Delivery {
    }

    record Dropped() implements Delivery {
    }

    /** Nothing for the length of a pause, then the connection is closed. */
    record Silent(Pause pause) implements Delivery {
    }

    /** The head and the first bytes of the body, then the connection is closed. */
    record Cut(int bytes) implements Delivery {
    }

    /** All of it, with a pause after each so many bytes. */
    record Trickled(int bytes, Pause pause) implements Delivery {
    }

    /** Takes its time. */
    @FunctionalInterface
    interface Pause {

        void pause() throws InterruptedException;
    }

    /** Whether the client gets anything at all. */
    default boolean isAnswer() {
        return !(this instanceof Dropped) && !(this instanceof Silent);
    }
}
