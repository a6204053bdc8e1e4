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
                .delay(retryDelay(config), ChronoUnit.MILLIS)
                .jitter(config.jitter().toMillis(), ChronoUnit.MILLIS)
                .maxDuration(config.maxDuration().toMillis(), ChronoUnit.MILLIS)
                .retryOn(SessionNotReadyException.class)
                .withExponentialBackoff().factor(2).maxDelay(maxRetryDelay(config), ChronoUnit.MILLIS).done()
                .done().build();
    }

    /** Fault tolerance wants each limit to be longer than what it limits, where 0 isn't no limit at all. */
    private static long retryDelay(StartConfig config) {
        return shorter(shorter(config.retryDelay().toMillis(), config.maxDuration().toMillis() - 1), maxRetryDelay(config));
    }

    private static long maxRetryDelay(StartConfig config) {
        return shorter(config.maxRetryDelay().toMillis(), config.maxDuration().toMillis());
    }

    private static long shorter(long millis, long limit) {
        return limit <= 0 ? millis : Math.min(millis, limit - 1);
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
