package dev.esign.runtime;

import io.smallrye.mutiny.Uni;
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
                    "this call blocks, and this is an event loop (" + Thread.currentThread().getName()
                            + "); call it from a method annotated with @Blocking or @RunOnVirtualThread");
        }
    }

    /**
     * Waits for what a call brings, on a thread that may.
     *
     * @param uni the call
     * @return its item
     * @throws IllegalStateException when the caller is an event loop; nothing was called then
     */
    public static <T> T await(Uni<T> uni) {
        requireBlocking();
        return uni.await().indefinitely();
    }
}
