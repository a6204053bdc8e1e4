package dev.esign.sandbox.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Who is told of changes, and how patiently.
 *
 * @param retries how often a message is sent again that was not taken
 * @param retryDelay how long the first of these waits; each further one waits twice as long, up to a minute
 * @param timeout how long one try may take
 */
public record WebhookSettings(List<URI> urls, int retries, Duration retryDelay, Duration timeout) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    public WebhookSettings {
        urls = List.copyOf(urls);
    }

    /** How long to wait after so many tries. */
    Duration waitAfter(int tries) {
        Duration wait = retryDelay;
        for (int i = 1; i < tries && wait.compareTo(LONGEST_WAIT) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** URLs may hold secrets. */
    @Override
    public String toString() {
        return "WebhookSettings[urls=" + urls.size() + ", retries=" + retries + "]";
    }
}
