package dev.esign.sandbox.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All sessions of a sandbox. Thread-safe; calls on different sessions do not wait for each other. */
public final class Sessions {

    private final Surroundings surroundings;
    private final List<SessionEvent.Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<SessionSnapshot>> watchers = new CopyOnWriteArrayList<>();
    private final Map<String, SigningSession> byId = new ConcurrentHashMap<>();
    /** Session ids by the invitation tokens and ids of signers. */
    private final Map<String, String> sessionsOfSigners = new ConcurrentHashMap<>();

    public Sessions(Clock clock, Duration tagProcessing) {
        this(Surroundings.of(clock, tagProcessing));
    }

    public Sessions(Surroundings surroundings) {
        this.surroundings = new Surroundings(surroundings.clock(), surroundings.tagProcessing(), surroundings.purgeDelay(),
                surroundings.keeper(), session -> {
                    note(session);
                    surroundings.watcher().accept(session);
                    watchers.forEach(watcher -> watcher.accept(session));
                }, event -> {
                    surroundings.events().on(event);
                    listeners.forEach(listener -> listener.on(event));
                });
    }

    /** A signer of a session, found by an invitation. */
    public record Invitation(SigningSession session, String signerId) {
    }

    /** Has the events of all sessions told to somebody from now on. */
    public void listen(SessionEvent.Listener listener) {
        listeners.add(listener);
    }

    /** Has every changed session shown to somebody from now on, whatever changed; must be quick. */
    public void watch(Consumer<SessionSnapshot> watcher) {
        watchers.add(watcher);
    }

    /**
     * Creates a session and keeps it.
     *
     * @param ip the address of whoever asks for it
     * @throws RefusedException if anything about it is refused; then nothing is kept
     */
    public SigningSession create(SessionChange change, String ip) throws RefusedException {
        String id = UUID.randomUUID().toString();
        SigningSession session = SigningSession.of(id, change, surroundings);
        appear(id, session, "Session created by " + change.userName() + ".", ip);
        return session;
    }

    private void appear(String id, SigningSession session, String description, String ip) {
        // Whoever hears of the session may look for it at once.
        byId.put(id, session);
        try {
            session.appear(description, ip);
        } catch (RuntimeException | Error e) {
            byId.remove(id);
            throw e;
        }
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

    /**
     * Finds the signer whom an invitation token belongs to.
     *
     * @throws RefusedException if it belongs to none
     */
    public Invitation findInvitation(String inviteToken) throws RefusedException {
        String sessionId = sessionsOfSigners.get(inviteToken);
        if (sessionId != null) {
            SigningSession session = find(sessionId);
            for (Signer signer : session.snapshot().contents().signers()) {
                if (signer.progress().inviteToken().equals(inviteToken)) {
                    return new Invitation(session, signer.id());
                }
            }
        }
        throw new RefusedException("Error: The invitation is unknown.");
    }

    /**
     * Finds the session of a signer, whatever the case of the id.
     *
     * @throws RefusedException if there is none
     */
    public SigningSession findBySigner(String signerId) throws RefusedException {
        String sessionId = sessionsOfSigners.get(signerId.strip().toLowerCase(Locale.ROOT));
        if (sessionId == null) {
            throw new RefusedException("Error: Signer not found.");
        }
        return find(sessionId);
    }

    /** All sessions, the oldest first. */
    public List<SessionSnapshot> list() {
        return byId.values().stream().map(SigningSession::snapshot)
                .sorted(Comparator.comparing(SessionSnapshot::createdOn).thenComparing(SessionSnapshot::id)).toList();
    }

    /** All messages, the oldest first. */
    public List<Mail> mails() {
        return list().stream().flatMap(session -> session.history().mails().stream()).sorted(Comparator.comparing(Mail::at))
                .toList();
    }

    private void note(SessionSnapshot session) {
        for (Signer signer : session.contents().signers()) {
            sessionsOfSigners.put(signer.id(), session.id());
            sessionsOfSigners.put(signer.progress().inviteToken(), session.id());
        }
    }
}
