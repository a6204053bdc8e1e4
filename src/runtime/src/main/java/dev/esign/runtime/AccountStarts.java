package dev.esign.runtime;

import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

import dev.esign.SessionNotReadyException;
import dev.esign.model.SessionId;
import dev.esign.runtime.EsignConfig.StartConfig;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;

/**
 * Starts sessions of a named account as {@code @Delay} and {@code @Retry} do for the default one: waits once, then tries again
 * while eSign isn't ready, by the account's settings. Thread-safe.
 */
public final class AccountStarts {

    private final StartConfig config;
    private final DelayedStarts starts;
    private final Guard retry;

    AccountStarts(String account, StartConfig config, DelayedStarts starts) {
        this.config = config;
        this.starts = starts;
        this.retry = Guard.create().withDescription("esign start " + account)
                .withRetry()
                .maxRetries(config.maxRetries())
                .delay(config.retryDelay().toMillis(), ChronoUnit.MILLIS)
                .jitter(config.jitter().toMillis(), ChronoUnit.MILLIS)
                .maxDuration(config.maxDuration().toMillis(), ChronoUnit.MILLIS)
                .retryOn(SessionNotReadyException.class)
                .withExponentialBackoff().factor(2).maxDelay(config.maxRetryDelay().toMillis(), ChronoUnit.MILLIS).done()
                .done().build();
    }

    /**
     * Starts on the caller's thread.
     *
     * @param sessionId the session
     * @param start starts it, one try
     */
    public void blocking(SessionId sessionId, Runnable start) {
        starts.blocking(present(sessionId), config.delay(), () -> retry.get(() -> {
            start.run();
            return null;
        }, Void.class));
    }

    /**
     * Starts without a thread.
     *
     * @param sessionId the session
     * @param start starts it, one try
     * @return completes when it is started
     */
    @SuppressWarnings("unchecked")
    public Uni<Void> reactive(SessionId sessionId, Supplier<Uni<Void>> start) {
        return Uni.createFrom().item(() -> present(sessionId))
                .flatMap(id -> starts.reactive(id, config.delay(), () -> (Uni<Void>) retry.get(start::get, Uni.class)));
    }

    private static SessionId present(SessionId sessionId) {
        if (sessionId == null) {
            throw new IllegalArgumentException("session id: is null; give the session to start");
        }
        return sessionId;
    }
}
