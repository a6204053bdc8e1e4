package dev.esign.sandbox.session;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What sessions need of the world around them.
 *
 * @param tagProcessing how long anchor tags are processed after an upload
 * @param tags reads anchor tags
 * @param purgeDelay how long a purge waits that isn't wanted at once
 * @param place where documents are kept
 * @param keeper keeps a changed session; if it throws, the session hasn't changed
 * @param watcher sees every changed session, after it is kept
 * @param events takes what happened, after it is kept
 */
public record Surroundings(Clock clock, Duration tagProcessing, TagProcessor tags, Duration purgeDelay,
        DocumentPlace place, Consumer<SessionSnapshot> keeper, Consumer<SessionSnapshot> watcher,
        SessionEvent.Listener events) {

    /** The documented default: 72 hours. */
    public static final Duration PURGE_DELAY = Duration.ofHours(72);

    /** A world where nobody watches and listens. */
    public Surroundings(Clock clock, Duration tagProcessing, TagProcessor tags, Duration purgeDelay, DocumentPlace place,
            Consumer<SessionSnapshot> keeper) {
        this(clock, tagProcessing, tags, purgeDelay, place, keeper, session -> {
        }, event -> {
        });
    }

    /** A world where nothing is kept either. */
    public static Surroundings of(Clock clock, Duration tagProcessing) {
        return new Surroundings(clock, tagProcessing, TagProcessor.NONE, PURGE_DELAY, DocumentPlace.MEMORY, session -> {
        });
    }

    Surroundings with(Consumer<SessionSnapshot> newWatcher, SessionEvent.Listener newEvents) {
        return new Surroundings(clock, tagProcessing, tags, purgeDelay, place, keeper, newWatcher, newEvents);
    }
}
