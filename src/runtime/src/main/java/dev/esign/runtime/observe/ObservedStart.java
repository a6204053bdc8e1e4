package dev.esign.runtime.observe;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.esign.model.SessionId;

/** The start of a session: the delay before it, its tries, and the waits between them. Thread-safe. */
public final class ObservedStart extends Observed {

    private final SessionId sessionId;
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicLong calling = new AtomicLong();
    private volatile Duration delay = Duration.ZERO;

    ObservedStart(String account, SessionId sessionId) {
        super(account);
        this.sessionId = sessionId;
    }

    /** @return the session */
    public SessionId sessionId() {
        return sessionId;
    }

    /** @return how long it was put off before the first try */
    public Duration delay() {
        return delay;
    }

    /** @return how often StartSession was called */
    public int tries() {
        return tries.get();
    }

    /** @return how long it waited, before the first try and between the others; zero while it hasn't ended */
    public Duration waiting() {
        Duration waiting = duration().minusNanos(calling.get());
        return waiting.isNegative() ? Duration.ZERO : waiting;
    }

    /**
     * Notes the delay.
     *
     * @param delay how long it is put off before the first try
     */
    public void delayed(Duration delay) {
        this.delay = delay;
    }

    void tried(ObservedCall call) {
        tries.incrementAndGet();
        calling.addAndGet(call.duration().toNanos());
    }

    @Override
    public String toString() {
        return "start of session " + sessionId;
    }
}
