package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.Optional;

/** A session as it was at one moment. Immutable. */
public record SessionSnapshot(String id, SessionStatus status, Instant createdOn, Optional<Instant> startedOn,
        SessionContents contents) {

    /** A setting as text; empty when it has no value. */
    public String setting(String name) {
        return contents.settings().path(name).asText("");
    }
}
