package dev.esign.runtime;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Which thread may do what. */
public final class Threads {

    private Threads() {
    }

    /**
     * Refuses to block an event loop.
     *
     * @throws IllegalStateException when the caller is one
     */
    public static void requireBlocking() {
        if (!Infrastructure.canCallerThreadBeBlocked()) {
            throw new IllegalStateException(
                    "SigningSessions blocks, and this is an event loop (" + Thread.currentThread().getName()
                            + "); call it from a method annotated with @Blocking or @RunOnVirtualThread");
        }
    }
}
