package dev.esign.runtime;

import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

import dev.esign.EsignTimeoutException;
import dev.esign.OutcomeUnknownException;
import dev.esign.UnavailableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * The guard of the default account. Calls for tokens don't pass here, since they are made on behalf of calls that did.
 * Configured by {@code quarkus.esign.bulkhead.*}
 * and {@code quarkus.esign.circuit-breaker.*}, or by the standard keys of this method.
 */
@Singleton
public class EsignGuard implements CallGuard {

    @Override
    @Bulkhead(value = 50, waitingTaskQueue = 20_000)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS, failOn = {
            UnavailableException.class, EsignTimeoutException.class, OutcomeUnknownException.class })
    public <T> Uni<T> call(Supplier<Uni<T>> call) {
        // On a worker: a call that fails at once would let the next one in line run inside it, and so on without end.
        return Uni.createFrom().deferred(() -> call.get()).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
