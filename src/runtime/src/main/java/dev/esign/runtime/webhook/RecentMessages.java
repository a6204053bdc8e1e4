package dev.esign.runtime.webhook;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import dev.esign.model.SessionId;
import dev.esign.runtime.webhook.WebhookMessage.Subject;

/**
 * The latest message about each session and signer, for some time and up to a number. A status that comes back after another
 * one is news, so only the latest is compared. Thread-safe.
 */
final class RecentMessages {

    /** As little of a message as tells it from others, since many are kept. */
    private record Seen(Optional<Integer> status, Optional<SessionId> newSessionId, long at) {

        boolean is(WebhookMessage message) {
            return status.equals(message.status()) && newSessionId.equals(message.newSessionId());
        }
    }

    private final long window;
    private final int max;
    private final LongSupplier clock;
    private final Map<Subject, Seen> seen = new LinkedHashMap<>();

    RecentMessages(Duration window, int max, LongSupplier clock) {
        this.window = window.toNanos();
        this.max = max;
        this.clock = clock;
    }

    /** Remembers the message; tells whether it was news. */
    synchronized boolean add(WebhookMessage message) {
        long now = clock.getAsLong();
        forgetOlder(now);
        Seen known = seen.get(message.subject());
        if (known != null && known.is(message)) {
            return false;
        }
        seen.remove(message.subject()); // so that the map stays in the order of time
        seen.put(message.subject(), new Seen(message.status(), message.newSessionId(), now));
        if (seen.size() > max) {
            seen.remove(seen.keySet().iterator().next());
        }
        return true;
    }

    /** Takes it for news when it comes again. */
    synchronized void remove(WebhookMessage message) {
        seen.computeIfPresent(message.subject(), (subject, known) -> known.is(message) ? null : known);
    }

    synchronized int size() {
        return seen.size();
    }

    private void forgetOlder(long now) {
        for (Iterator<Seen> oldest = seen.values().iterator(); oldest.hasNext();) {
            if (now - oldest.next().at() < window) {
                return;
            }
            oldest.remove();
        }
    }
}
