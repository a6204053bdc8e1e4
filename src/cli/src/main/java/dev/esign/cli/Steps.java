package dev.esign.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.esign.UploadProgress;
import dev.esign.event.StartDelayed;
import dev.esign.event.StartRefused;
import dev.esign.event.TokenFetched;

/** Tells a person each step as it happens, one line each: what, then the particulars. */
@Singleton
class Steps {

    private static final long KILO = 1000;
    private static final long MEGA = KILO * KILO;

    void on(@Observes TokenFetched event) {
        say("token", "fetched");
    }

    void on(@Observes StartDelayed event) {
        say("waiting", seconds(event.delay()) + " for anchor tags to be processed");
    }

    void on(@Observes StartRefused event) {
        say("not ready", event.texts().isEmpty() ? "eSign gives no reason" : String.join("; ", event.texts()));
    }

    void say(String step, String particulars) {
        System.out.printf(Locale.ROOT, "%-10s %s%n", step, particulars);
    }

    /** Tells of an upload at each tenth of it, but not more often than once in a megabyte, and at its end. */
    UploadProgress upload(String what) {
        AtomicLong next = new AtomicLong();
        return (sent, total) -> {
            long step = Math.max(total / 10, MEGA);
            if (sent < step) {
                next.set(step);
            }
            if (sent == total || sent >= next.get()) {
                next.set(sent + step);
                say("upload", what + ": "
                        + (total == UploadProgress.UNKNOWN ? size(sent) : sent * 100 / total + " % of " + size(total)));
            }
        };
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < MEGA ? String.format(Locale.ROOT, "%.1f kB", bytes / (double) KILO)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGA);
    }
}
