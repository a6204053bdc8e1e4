package dev.esign.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a session ({@code ActionLog}). The documentation doesn't name the members: the three that it
 * describes are looked for, and all are in {@code members} as eSign wrote them. Immutable; {@code toString} shows the moment
 * only.
 *
 * @param date when it happened
 * @param ipAddress from which IP address
 * @param description what happened
 * @param members the JSON text of every member by its name
 */
public record ActionLogEntry(Optional<Instant> date, Optional<String> ipAddress, Optional<String> description,
        Map<String, String> members) {

    /**
     * Copies the members.
     *
     * @param date when it happened
     * @param ipAddress from which IP address
     * @param description what happened
     * @param members the JSON text of every member by its name
     */
    public ActionLogEntry {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String toString() {
        return "ActionLogEntry[date=" + date.map(Instant::toString).orElse("unknown") + "]";
    }
}
