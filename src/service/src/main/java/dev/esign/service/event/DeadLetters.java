package dev.esign.service.event;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/** Deliveries that were given up, as many as may be kept. Methods that change it block. Thread-safe. */
final class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final int max;
    private final Storage storage;
    private final NavigableMap<String, DeadLetter> letters = new TreeMap<>();

    DeadLetters(int max, Storage storage) {
        this.max = max;
        this.storage = storage;
    }

    /** Takes what was kept. */
    synchronized void load(List<DeadLetter> kept) {
        kept.forEach(letter -> letters.put(letter.delivery().id(), letter));
        trim();
    }

    synchronized void add(DeadLetter letter) {
        storage.keep(letter);
        storage.forget(letter.delivery());
        letters.put(letter.delivery().id(), letter);
        trim();
    }

    synchronized Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.get(id));
    }

    /** Takes one out; empty when somebody else did. */
    Optional<DeadLetter> remove(String id) {
        return remove(id, letter -> {
        });
    }

    /** Takes one out, if what has to be done before succeeds. */
    synchronized Optional<DeadLetter> remove(String id, Consumer<DeadLetter> before) {
        DeadLetter letter = letters.get(id);
        if (letter != null) {
            before.accept(letter);
            storage.forget(letter);
            letters.remove(id);
        }
        return Optional.ofNullable(letter);
    }

    /** All, the oldest first. */
    synchronized List<DeadLetter> all() {
        return new ArrayList<>(letters.values());
    }

    synchronized int size() {
        return letters.size();
    }

    private void trim() {
        while (letters.size() > max) {
            DeadLetter oldest = letters.firstEntry().getValue();
            storage.forget(oldest);
            letters.remove(oldest.delivery().id());
            LOG.warnf("There are more than %d dead letters (esign.service.events.dead-letters.max): %s for '%s' is lost", max,
                    oldest.delivery().event(), oldest.delivery().forward());
        }
    }
}
