package dev.esign.sandbox.webhook;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.WebhookDelivery.State;

/** The last deliveries, and how many are on their way. Thread-safe. */
final class DeliveryLog {

    private static final int MOST_KEPT = 1_000;
    private static final int MOST_PENDING = 10_000;
    /** Titles may be as long as a client likes. */
    private static final long MOST_LETTERS = 8L * 1024 * 1024;

    private final Map<String, WebhookDelivery> kept = new LinkedHashMap<>();
    private long lastId;
    private long keptLetters;
    private long pendingLetters;
    private int pending;

    /**
     * Enters a delivery.
     *
     * @param making makes it of its id and state: pending, or dropped if too many are on their way
     */
    synchronized WebhookDelivery enter(BiFunction<String, State, WebhookDelivery> making) {
        boolean full = pending >= MOST_PENDING || pendingLetters >= MOST_LETTERS;
        WebhookDelivery delivery = making.apply(String.valueOf(++lastId), full ? State.DROPPED : State.PENDING);
        if (!full) {
            pending++;
            pendingLetters += delivery.body().length();
        }
        kept.put(delivery.id(), delivery);
        keptLetters += delivery.body().length();
        forgetTheOldest();
        notifyAll();
        return delivery;
    }

    /** Tells how a pending delivery stands now. */
    synchronized void update(WebhookDelivery delivery) {
        kept.replace(delivery.id(), delivery);
        if (delivery.isFinished()) {
            pending--;
            pendingLetters -= delivery.body().length();
        }
        notifyAll();
    }

    synchronized Optional<WebhookDelivery> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    synchronized List<WebhookDelivery> list() {
        return List.copyOf(kept.values());
    }

    /** Forgets what has ended. */
    synchronized void clear() {
        kept.values().removeIf(WebhookDelivery::isFinished);
        keptLetters = kept.values().stream().mapToLong(delivery -> delivery.body().length()).sum();
    }

    synchronized int pending() {
        return pending;
    }

    synchronized WebhookDelivery await(Predicate<? super WebhookDelivery> wanted, Duration timeout) {
        return await(() -> kept.values().stream().filter(WebhookDelivery::isFinished).filter(wanted).findFirst(), timeout);
    }

    synchronized List<WebhookDelivery> awaitNonePending(Duration timeout) {
        return await(() -> pending == 0 ? Optional.of(list()) : Optional.empty(), timeout);
    }

    private <T> T await(Supplier<Optional<T>> condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (Optional<T> found = condition.get();; found = condition.get()) {
            if (found.isPresent()) {
                return found.get();
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("Waited " + timeout + " for webhooks in vain: " + pending + " pending, "
                        + (lastId - pending) + " finished.");
            }
            try {
                // One more millisecond, since a wait is cut to whole ones.
                wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for webhooks.", e);
            }
        }
    }

    private void forgetTheOldest() {
        Iterator<WebhookDelivery> eldest = kept.values().iterator();
        while (kept.size() > MOST_KEPT || keptLetters > MOST_LETTERS && kept.size() > 1) {
            keptLetters -= eldest.next().body().length();
            eldest.remove();
        }
    }
}
