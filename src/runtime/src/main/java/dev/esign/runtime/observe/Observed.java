package dev.esign.runtime.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Something that begins, takes its time, and ends in some way. Thread-safe. */
public abstract sealed class Observed permits ObservedCall, ObservedStart {

    private final String account;
    private final long begun = System.nanoTime();
    private final AtomicReference<Object> attachment = new AtomicReference<>();
    private volatile CallOutcome outcome;
    private volatile Duration duration = Duration.ZERO;

    Observed(String account) {
        this.account = account;
    }

    /** @return the name of the account; {@link dev.esign.EsignAccount#DEFAULT} for the default one */
    public String account() {
        return account;
    }

    /** @return how it ended; null while it hasn't */
    public CallOutcome outcome() {
        return outcome;
    }

    /** @return how long it took, waiting included; zero while it hasn't ended */
    public Duration duration() {
        return duration;
    }

    /**
     * Keeps something for an observer until the end. There is one place.
     *
     * @param object what to keep
     */
    public void attach(Object object) {
        attachment.set(object);
    }

    /**
     * What an observer has left here.
     *
     * @param <T> its type
     * @param type its type
     * @return the object
     */
    public <T> Optional<T> attached(Class<T> type) {
        return Optional.ofNullable(attachment.get()).filter(type::isInstance).map(type::cast);
    }

    void ended(Throwable failure) {
        duration = Duration.ofNanos(System.nanoTime() - begun);
        outcome = CallOutcome.of(failure);
    }
}
