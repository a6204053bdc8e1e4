package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.esign.sandbox.session.SessionHistory.PendingPurge;

/**
 * A change of a session under way: a working copy, and what there is to tell once it is kept. Nothing of it is seen by
 * others before {@link SigningSession} keeps the result. Used by one thread.
 */
final class SessionEdit {

    /** A link that is followed over and over must not fill the memory; no test has that many log entries or messages. */
    private static final int MOST_KEPT = 2_000;

    private final SessionSnapshot before;
    private final Instant at;
    private final String ip;
    private SessionStatus status;
    private Optional<Instant> startedOn;
    private SessionContents contents;
    private Optional<Instant> expiry;
    private Optional<Instant> completedOn;
    private Optional<PendingPurge> purge;
    private Optional<Instant> nextReminder;
    private final List<String> copiedTo;
    private final List<LogEntry> log;
    private final List<Mail> mails;
    private final List<SessionEvent> events = new ArrayList<>();

    /**
     * Begins a change.
     *
     * @param at when it happens
     * @param ip the address of whoever makes it; empty for the service itself
     */
    SessionEdit(SessionSnapshot before, Instant at, String ip) {
        this.before = before;
        this.at = at;
        this.ip = ip;
        this.status = before.status();
        this.startedOn = before.startedOn();
        this.contents = before.contents();
        SessionHistory history = before.history();
        this.expiry = history.expiry();
        this.completedOn = history.completedOn();
        this.purge = history.purge();
        this.nextReminder = history.nextReminder();
        this.copiedTo = new ArrayList<>(history.copiedTo());
        this.log = new ArrayList<>(history.log());
        this.mails = new ArrayList<>(history.mails());
    }

    SessionSnapshot snapshot() {
        return new SessionSnapshot(before.id(), status, before.createdOn(), startedOn, contents, new SessionHistory(
                before.history().owner(), expiry, completedOn, purge, nextReminder, copiedTo, log, mails));
    }

    /** What happened, in order. */
    List<SessionEvent> events() {
        return events;
    }

    /** Whether the session is new. */
    boolean isFirst() {
        return before.history().log().isEmpty();
    }

    String id() {
        return before.id();
    }

    Instant at() {
        return at;
    }

    String owner() {
        return before.history().owner();
    }

    SessionStatus status() {
        return status;
    }

    SessionContents contents() {
        return contents;
    }

    List<Signer> signers() {
        return contents.signers();
    }

    Optional<PendingPurge> purge() {
        return purge;
    }

    void contents(SessionContents changed) {
        contents = changed;
    }

    void expiry(Optional<Instant> instant) {
        expiry = instant;
    }

    void started() {
        startedOn = Optional.of(at);
    }

    void completed() {
        completedOn = Optional.of(at);
    }

    void purge(Optional<PendingPurge> pending) {
        purge = pending;
    }

    void nextReminder(Optional<Instant> instant) {
        nextReminder = instant;
    }

    void copiedTo(String sessionId) {
        copiedTo.add(sessionId);
    }

    void moveTo(SessionStatus newStatus) {
        status = newStatus;
        events.add(new SessionEvent.SessionMoved(snapshot(), at));
    }

    /** Puts a changed signer into the place of the one with its id; tells so if its status is another one. */
    void replace(Signer changed) {
        List<Signer> signers = new ArrayList<>(contents.signers());
        SignerStatus statusBefore = changed.status();
        for (int i = 0; i < signers.size(); i++) {
            if (signers.get(i).id().equals(changed.id())) {
                statusBefore = signers.set(i, changed).status();
            }
        }
        contents = contents.with(signers);
        if (statusBefore != changed.status()) {
            events.add(new SessionEvent.SignerMoved(snapshot(), changed, changed.progress().declinedReason(), at));
        }
    }

    void log(String description) {
        add(log, new LogEntry(at, ip, description));
    }

    void mail(Mail.Kind kind, String to, List<String> cc, String subject, String text, List<Mail.Link> links,
            List<String> attachments) {
        add(mails, new Mail(UUID.randomUUID().toString(), id(), kind, to, cc, subject, text, links, attachments, at));
    }

    private static <T> void add(List<T> list, T newest) {
        if (list.size() >= MOST_KEPT) {
            list.remove(0);
        }
        list.add(newest);
    }
}
