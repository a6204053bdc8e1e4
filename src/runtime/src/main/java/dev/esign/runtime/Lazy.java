package dev.esign.runtime;

import java.util.function.Supplier;

/**
 * What is made when it is first wanted, once. Thread-safe.
 *
 * @param <T> what it is
 */
final class Lazy<T> {

    private final Supplier<T> maker;
    private T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
