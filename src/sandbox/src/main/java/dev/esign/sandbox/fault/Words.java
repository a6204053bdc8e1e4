package dev.esign.sandbox.fault;

import java.time.Duration;

/** Numbers as people read them. */
final class Words {

    private Words() {
    }

    /** A duration, such as {@code 500 ms} or {@code 2 s}. */
    static String words(Duration duration) {
        if (duration.toNanosPart() % 1_000_000 != 0) {
            return duration.toNanos() / 1e6 + " ms";
        }
        return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
