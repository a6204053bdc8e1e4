package dev.esign.runtime;

import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * Vert.x contexts for requests with streamed bodies. The REST client reads a stream in the ordered queue of the context in
 * which the request is sent. Were that of a caller who blocks in this very queue, each would wait for the other.
 */
final class OwnContext {

    private OwnContext() {
    }

    /**
     * Sends a request in a context that is like that of the caller but has a queue of its own.
     *
     * @param <T> what comes back
     * @param request makes and sends it
     * @return what comes back
     */
    static <T> Uni<T> sending(Supplier<Uni<T>> request) {
        return Uni.createFrom().deferred(() -> {
            ContextInternal caller = (ContextInternal) Vertx.currentContext();
            if (caller == null) {
                return request.get();
            }
            // A duplicate alone would share the queue.
            ContextInternal own = caller.owner().createEventLoopContext(caller.nettyEventLoop(), caller.workerPool(),
                    caller.classLoader()).duplicate();
            own.localContextData().putAll(caller.localContextData());
            return Uni.createFrom().emitter(emitter -> own.dispatch(() -> {
                // Deferred, so that what the request throws is a failure: the context would only report it.
                Cancellable subscription = Uni.createFrom().<T> deferred(request::get).subscribe()
                        .with(emitter::complete, emitter::fail);
                emitter.onTermination(subscription::cancel);
            }));
        });
    }
}
