package dev.esign.sandbox.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All sessions of a sandbox. Thread-safe; calls on different sessions do not wait for each other. */
public final class Sessions {

    private static final Logger LOG = System.getLogger(Sessions.class.getName());
    private static final Comparator<SessionSnapshot> OLDEST_FIRST = Comparator.comparing(SessionSnapshot::createdOn)
            .thenComparing(SessionSnapshot::id);

    private final Surroundings surroundings;
    private final List<SessionEvent.Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<SessionSnapshot>> watchers = new CopyOnWriteArrayList<>();
    private final Map<String, SigningSession> byId = new ConcurrentHashMap<>();
    /** Session ids by every transaction id that they ever had. */
    private final Map<String, Set<String>> byTransactionId = new ConcurrentHashMap<>();
    private final Timetable timetable = new Timetable(this::passTime);
    /** Session ids by the ids of signers, documents and uploads, and by invitation tokens. */
    private final Map<String, String> byPart = new ConcurrentHashMap<>();

    public Sessions(Clock clock, Duration tagProcessing) {
        this(Surroundings.of(clock, tagProcessing));
    }

    public Sessions(Surroundings surroundings) {
        this.surroundings = surroundings.with(session -> {
            note(session);
            watchers.forEach(watcher -> tell(() -> watcher.accept(session)));
        }, event -> listeners.forEach(listener -> tell(() -> listener.on(event))));
        watchers.add(surroundings.watcher());
        listeners.add(surroundings.events());
    }

    /** What has happened has happened, whatever becomes of those who are told. */
    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            // Without the message, which may hold a personal datum.
            LOG.log(Level.ERROR, "Somebody who was told of a change failed: {0}", e.getClass().getName());
        }
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

    /** Takes up a session from an earlier life of the sandbox. */
    public void resume(SessionSnapshot kept) {
        SigningSession session = SigningSession.resume(kept, surroundings);
        byId.put(kept.id(), session);
        note(kept);
        session.readTags();
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

    /**
     * Makes a session like another one.
     *
     * @param ip the address of whoever asks for it
     * @throws RefusedException if there is none to copy, or the copy can't be as it is wanted; then nothing is kept
     */
    public SigningSession copy(SessionCopy copy, String ip) throws RefusedException {
        SigningSession source = find(copy.sourceId());
        SessionContents contents = source.copied(copy);
        SessionSnapshot origin = source.snapshot();
        String id = UUID.randomUUID().toString();
        SigningSession session = SigningSession.of(id, contents, origin.history().owner(), surroundings);
        appear(id, session, "Session copied from " + origin.id() + ".", ip);
        source.noteCopy(id, ip);
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
        catchUp();
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
        String sessionId = byPart.get(inviteToken);
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
        String sessionId = byPart.get(signerId.strip().toLowerCase(Locale.ROOT));
        if (sessionId == null) {
            throw new RefusedException("Error: Signer not found.");
        }
        return find(sessionId);
    }

    /** The session that a signer, document, upload or invitation token belongs to. */
    public Optional<SessionSnapshot> findByPart(String id) {
        catchUp();
        return Optional.ofNullable(byPart.get(id)).map(byId::get).map(SigningSession::snapshot);
    }

    /** The sessions with a transaction id, the oldest first. */
    public List<SessionSnapshot> findByTransactionId(String transactionId) {
        catchUp();
        return byTransactionId.getOrDefault(transactionId, Set.of()).stream().map(byId::get).filter(Objects::nonNull)
                .map(SigningSession::snapshot).filter(session -> session.setting("TransactionId").equals(transactionId))
                .sorted(OLDEST_FIRST).toList();
    }

    /** Forgets all sessions. */
    public void clear() {
        byId.clear();
        byPart.clear();
        byTransactionId.clear();
    }

    /** All sessions, the oldest first. */
    public List<SessionSnapshot> list() {
        catchUp();
        return byId.values().stream().map(SigningSession::snapshot)
                .sorted(OLDEST_FIRST).toList();
    }

    /** When the clock changes a session by itself next; {@link Instant#MAX} for never. */
    public Instant nextDue() {
        return timetable.next();
    }

    /** Lets happen to all sessions what is due up to an instant, in the order of time. */
    public void passTime(Instant until) {
        timetable.run(until);
    }

    /** All messages, the oldest first. */
    public List<Mail> mails() {
        return list().stream().flatMap(session -> session.history().mails().stream()).sorted(Comparator.comparing(Mail::at))
                .toList();
    }

    /** The clock may have been moved by its owner since the sandbox looked last. */
    private void catchUp() {
        timetable.runUnlessRunning(surroundings.clock().instant());
    }

    private void passTime(String sessionId, Instant due) {
        SigningSession session = byId.get(sessionId);
        if (session != null) {
            session.passTime(due);
        }
    }

    private void note(SessionSnapshot session) {
        for (Signer signer : session.contents().signers()) {
            byPart.put(signer.id(), session.id());
            byPart.put(signer.progress().inviteToken(), session.id());
            signer.progress().uploads().forEach(upload -> byPart.put(upload.id(), session.id()));
        }
        session.contents().documents().forEach(document -> byPart.put(document.id(), session.id()));
        byTransactionId.computeIfAbsent(session.setting("TransactionId"), id -> ConcurrentHashMap.newKeySet())
                .add(session.id());
        timetable.put(session.id(), TimeRules.nextDue(session));
    }
}
