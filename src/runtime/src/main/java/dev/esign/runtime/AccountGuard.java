package dev.esign.runtime;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.esign.EsignTimeoutException;
import dev.esign.OutcomeUnknownException;
import dev.esign.UnavailableException;
import dev.esign.runtime.EsignConfig.BulkheadConfig;
import dev.esign.runtime.EsignConfig.CircuitBreakerConfig;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * The guard of a named account, built from its settings like {@link EsignGuard} is by its annotations: fault tolerance keeps
 * one state for an annotated method, and each account needs its own. Can be closed, when what is under way ends first.
 */
final class AccountGuard implements CallGuard {

    private final String account;
    private final Guard guard;
    private final Runnable whenClosed;
    /** Calls under way, and one more until this is closed. */
    private final AtomicInteger open = new AtomicInteger(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A guard.
     *
     * @param account the account
     * @param config its settings
     * @param whenClosed done once this is closed and no call is under way any more
     */
    AccountGuard(String account, EsignConfig config, Runnable whenClosed) {
        this.account = account;
        this.whenClosed = whenClosed;
        Guard.Builder builder = Guard.create().withDescription("esign " + account);
        CircuitBreakerConfig breaker = config.circuitBreaker();
        if (breaker.enabled()) {
            builder.withCircuitBreaker().requestVolumeThreshold(breaker.requestVolumeThreshold())
                    .failureRatio(breaker.failureRatio()).delay(breaker.delay().toMillis(), ChronoUnit.MILLIS)

                    .failOn(List.of(UnavailableException.class, EsignTimeoutException.class, OutcomeUnknownException.class))
                    .done();
        }
        BulkheadConfig bulkhead = config.bulkhead();
        if (bulkhead.enabled()) {
            builder.withBulkhead().limit(bulkhead.maxCalls()).queueSize(bulkhead.maxWaiting()).done();
        }
        this.guard = builder.build();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Uni<T> call(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            enter();
            // On a worker, as the calls of the default account, and for the same reason.
            return ((Uni<T>) guard.get(() -> Uni.createFrom().deferred(call::get)
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()), Uni.class)).onTermination().invoke(this::leave);
        });
    }

    /** Lets nothing more begin. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            leave();
        }
    }

    private void enter() {
        if (closed.get() || open.getAndUpdate(calls -> calls == 0 ? 0 : calls + 1) == 0) {
            throw new IllegalStateException("the eSign account '" + account + "' is closed");
        }
    }

    private void leave() {
        if (open.decrementAndGet() == 0) {
            whenClosed.run();
        }
    }
}
