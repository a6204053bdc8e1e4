package dev.esign.sandbox.pages;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

import dev.esign.sandbox.session.SessionEvent;
import dev.esign.sandbox.session.SessionEvent.SessionMoved;
import dev.esign.sandbox.session.SessionEvent.SignerMoved;

/** The last things that happened, in all sessions. Thread-safe. */
final class EventLog implements SessionEvent.Listener {

    private static final int KEPT = 200;

    private final Changes changes;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long count;

    EventLog(Changes changes) {
        this.changes = changes;
    }

    /**
     * Something that happened.
     *
     * @param number counts up from 1
     * @param text without the session's title
     */
    record Entry(long number, Instant at, String sessionId, String title, Tone tone, String text) {

        /** People stay out of logs. */
        @Override
        public String toString() {
            return "Entry[" + number + "]";
        }
    }

    @Override
    public void on(SessionEvent event) {
        synchronized (this) {
            count++;
            entries.addLast(entry(event));
            if (entries.size() > KEPT) {
                entries.removeFirst();
            }
        }
        // Told after the session's change was: whoever looked in between has missed this line.
        changes.happened();
    }

    synchronized void clear() {
        entries.clear();
    }

    /** The latest first. */
    synchronized List<Entry> latest(int most) {
        List<Entry> all = new ArrayList<>(entries);
        Collections.reverse(all);
        return all.subList(0, Math.min(most, all.size()));
    }

    private Entry entry(SessionEvent event) {
        String id = event.session().id();
        String title = event.session().contents().title();
        if (event instanceof SignerMoved moved) {
            String who = moved.signer().name().isBlank() ? moved.signer().email() : moved.signer().name();
            return new Entry(count, event.at(), id, title, Tone.of(moved.signer().status()),
                    who + ": " + moved.signer().status().label());
        }
        SessionMoved moved = (SessionMoved) event;
        return new Entry(count, event.at(), id, title, Tone.of(moved.session().status()),
                "Session: " + moved.session().status().label());
    }
}
