package dev.esign.sandbox;

import java.time.Instant;

/**
 * A line of a session's action log. Immutable.
 *
 * @param ip the address of whoever did it; empty for what the sandbox does by itself
 */
public record SandboxLogEntry(Instant at, String ip, String description) {

    /** People stay out of logs of other kinds. */
    @Override
    public String toString() {
        return "SandboxLogEntry[" + at + "]";
    }
}
