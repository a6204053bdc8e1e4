package dev.esign.sandbox.session;

import java.time.Instant;

/**
 * A line of a session's action log.
 *
 * @param ip the address of whoever did it; empty for what the service does by itself
 */
public record LogEntry(Instant at, String ip, String description) {

    /** People stay out of logs of other kinds. */
    @Override
    public String toString() {
        return "LogEntry[" + at + "]";
    }
}
