package dev.esign.runtime;

import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** Stands between the application and eSign: so many calls at a time, and none for a while when most go unanswered. */
interface CallGuard {

    /**
     * Makes a call when its turn has come.
     *
     * @param <T> what the call gives
     * @param call the call
     * @return what the call gives; fails with the exceptions of MicroProfile Fault Tolerance when it isn't made
     */
    <T> Uni<T> call(Supplier<Uni<T>> call);
}
