package dev.esign.runtime.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.model.SessionId;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** Lets observers see the calls of eSign, and knows on a thread which call is being sent from it. */
@Singleton
public class CallObservers {

    private static final Logger LOG = Logger.getLogger(CallObservers.class);

    /** What tells a start from others that are under way. */
    private record Started(String account, SessionId sessionId) {

        static Started of(ObservedStart start) {
            return new Started(start.account(), start.sessionId());
        }
    }

    private final List<CallObserver> observers;
    private final ThreadLocal<ObservedCall> current = new ThreadLocal<>();
    private final Map<Started, ObservedStart> starts = new ConcurrentHashMap<>();

    CallObservers(@All List<CallObserver> observers) {
        this.observers = observers;
    }

    /**
     * Makes a call that observers are told of.
     *
     * @param <T> what it gives
     * @param call the call
     * @param work makes it
     * @return what it gives
     */
    public <T> Uni<T> observe(FailedCall call, Function<ObservedCall, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            ObservedStart start = call.operation() == Operation.START_SESSION
                    ? starts.get(new Started(call.account(), call.sessionId()))
                    : null;
            ObservedCall observed = new ObservedCall(call, current.get(), start);
            tell(observer -> observer.begun(observed));
            return work.apply(observed)
                    .onItemOrFailure().invoke((item, failure) -> end(observed, failure))
                    .onCancellation().invoke(() -> end(observed, new CancellationException()));
        });
    }

    /**
     * Begins a start. Calls of StartSession for the session are its tries until it ends.
     *
     * @param account the name of the account
     * @param sessionId the session
     * @return the start, to be ended
     */
    public ObservedStart beginStart(String account, SessionId sessionId) {
        ObservedStart start = new ObservedStart(account, sessionId);
        starts.put(Started.of(start), start);
        tell(observer -> observer.begun(start));
        return start;
    }

    /**
     * Ends a start.
     *
     * @param start the start
     * @param failure what it failed with; null when it didn't
     */
    public void endStart(ObservedStart start, Throwable failure) {
        starts.remove(Started.of(start), start);
        start.ended(failure);
        tell(observer -> observer.ended(start));
    }

    /**
     * Sends a request of this call, so that the REST client's filters know to whom it belongs.
     *
     * @param <T> what comes back
     * @param call the call
     * @param request makes and sends it
     * @return what comes back
     */
    public <T> Uni<T> sending(ObservedCall call, Supplier<Uni<T>> request) {
        return Uni.createFrom().emitter(emitter -> {
            ObservedCall outer = current.get();
            current.set(call);
            try {
                Cancellable subscription = request.get().subscribe().with(emitter::complete, emitter::fail);
                emitter.onTermination(subscription::cancel);
            } finally {
                restore(outer);
            }
        });
    }

    /**
     * Lets a later step, on whatever thread it runs, belong to the call that is being sent now.
     *
     * @param <T> what the step is given
     * @param <R> what it gives
     * @param step the step
     * @return the step for that call
     */
    public <T, R> Function<T, Uni<? extends R>> carried(Function<T, Uni<R>> step) {
        return sent().<Function<T, Uni<? extends R>>> map(call -> item -> sending(call, () -> step.apply(item)))
                .orElse(step::apply);
    }

    /** The call that is being sent from this thread. */
    Optional<ObservedCall> sent() {
        return Optional.ofNullable(current.get());
    }

    private void restore(ObservedCall outer) {
        if (outer == null) {
            current.remove();
        } else {
            current.set(outer);
        }
    }

    private void end(ObservedCall call, Throwable failure) {
        call.ended(failure);
        call.start().ifPresent(start -> start.tried(call));
        tell(observer -> observer.ended(call));
    }

    private void tell(Consumer<CallObserver> news) {
        for (CallObserver observer : observers) {
            try {
                news.accept(observer);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "%s failed", observer.getClass().getSimpleName());
            }
        }
    }
}
