package dev.esign.sandbox.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All sessions of a sandbox. Thread-safe; calls on different sessions do not wait for each other. */
public final class Sessions {

    private final Clock clock;
    private final Duration tagProcessing;
    private final Map<String, SigningSession> byId = new ConcurrentHashMap<>();

    public Sessions(Clock clock, Duration tagProcessing) {
        this.clock = clock;
        this.tagProcessing = tagProcessing;
    }

    /**
     * Creates a session and keeps it.
     *
     * @throws RefusedException if anything about it is refused; then nothing is kept
     */
    public SigningSession create(SessionChange change) throws RefusedException {
        String id = UUID.randomUUID().toString();
        SigningSession session = SigningSession.create(id, change, clock, tagProcessing);
        byId.put(id, session);
        return session;
    }

    /**
     * Finds a session, whatever the case of the id.
     *
     * @throws RefusedException if there is none
     */
    public SigningSession find(String id) throws RefusedException {
        SigningSession session = byId.get(id.strip().toLowerCase(Locale.ROOT));
        if (session == null) {
            throw new RefusedException("Error: Signing session not found.");
        }
        return session;
    }

    /** All sessions, the oldest first. */
    public List<SessionSnapshot> list() {
        return byId.values().stream().map(SigningSession::snapshot)
                .sorted(Comparator.comparing(SessionSnapshot::createdOn).thenComparing(SessionSnapshot::id)).toList();
    }
}
