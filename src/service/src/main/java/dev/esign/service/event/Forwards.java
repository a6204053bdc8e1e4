package dev.esign.service.event;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.service.event.EventsConfig.ForwardConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** All receivers, and what couldn't be delivered to them. Thread-safe. */
@Singleton
class Forwards {

    /** What eSign tells. */
    private static final Set<EventType> FORWARDED = EnumSet.of(EventType.SESSION_STATUS_CHANGED,
            EventType.SIGNER_STATUS_CHANGED, EventType.UNKNOWN_NOTIFICATION);

    private final EventsConfig config;
    private final EventIds ids;
    private final EventHub hub;
    private final Vertx vertx;
    private final ObjectMapper mapper;
    private final MeterRegistry meters;
    private final Addresses addresses;
    private final Map<String, Forwarder> forwarders = new TreeMap<>();
    private Storage storage = Storage.NONE;
    private DeadLetters deadLetters;

    Forwards(EventsConfig config, EventIds ids, EventHub hub, Vertx vertx, ObjectMapper mapper, MeterRegistry meters,
            Addresses addresses) {
        this.config = config;
        this.ids = ids;
        this.hub = hub;
        this.vertx = vertx;
        this.mapper = mapper;
        this.meters = meters;
        this.addresses = addresses;
    }

    void start(@Observes StartupEvent started) {
        List<String> problems = new ArrayList<>();
        config.directory().ifPresent(directory -> {
            try {
                storage = new DirectoryStorage(directory, mapper);
            } catch (IOException unusable) {
                problems.add("esign.service.events.directory: can't be used (" + unusable.getMessage()
                        + "); give one that the service may write, and each replica its own");
            }
        });
        deadLetters = new DeadLetters(config.deadLetters().max(), storage);
        Gauge.builder("esign.service.events.dead.letters", deadLetters, DeadLetters::size)
                .description("Events that couldn't be delivered").register(meters);
        config.forward().forEach((name, forward) -> add(name, forward, problems));
        Addresses.refuse(problems);
        resume(storage.load());
    }

    private void add(String name, ForwardConfig forward, List<String> problems) {
        int before = problems.size();
        String setting = "esign.service.events.forward.\"" + name + "\".";
        addresses.checkUrl(setting + "url", forward.url(), problems);
        SignedPost post = new SignedPost(vertx, SigningKeys.read(setting + "secret", forward.secret(), problems),
                forward.timeout(), forward.concurrency(),
                addresses.tls(setting + "tls-configuration-name", forward.tlsConfigurationName(), problems));
        Set<EventType> types = types(setting + "types", forward.types(), problems);
        if (problems.size() == before) {
            forwarders.put(name, new Forwarder(name, forward, types, post, hub::json, storage, deadLetters,
                    vertx.getOrCreateContext(), meters));
        }
    }

    private static Set<EventType> types(String setting, Optional<List<String>> names, List<String> problems) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        names.orElse(List.of()).forEach(name -> EventType.named(name).filter(FORWARDED::contains).ifPresentOrElse(types::add,
                () -> problems.add(setting + ": '" + name + "' is not a type of event that is forwarded; known are "
                        + EventType.names(FORWARDED))));
        return types.isEmpty() ? FORWARDED : types;
    }

    private void resume(Storage.Kept kept) {
        deadLetters.load(kept.dead());
        for (Delivery delivery : kept.pending()) {
            Forwarder forwarder = forwarders.get(delivery.forward());
            if (forwarder == null) {
                deadLetters.add(new DeadLetter(delivery, Instant.now(), 0, "not-configured"));
            } else if (forwarder.reserve()) {
                forwarder.submit(delivery, false);
            } else {
                forwarder.refuse(delivery);
            }
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        forwarders.values().forEach(Forwarder::close);
        storage.close();
    }

    /** Takes an event for all who want it. When this returns, it is kept as well as it can be. Blocks. */
    void accept(ServiceEvent event) {
        List<Delivery> kept = new ArrayList<>();
        List<Forwarder> receivers = forwarders.values().stream().filter(forwarder -> forwarder.wants(event)).toList();
        try {
            for (Forwarder receiver : receivers) {
                Delivery delivery = new Delivery(ids.next(), receiver.name(), event, Instant.now());
                storage.keep(delivery);
                kept.add(delivery);
            }
        } catch (RuntimeException failure) {
            // eSign is told that the event wasn't taken; what comes again must not be delivered twice for that.
            kept.forEach(storage::forget);
            throw failure;
        }
        for (int i = 0; i < receivers.size(); i++) {
            if (receivers.get(i).reserve()) {
                receivers.get(i).submit(kept.get(i), false);
            } else {
                receivers.get(i).refuse(kept.get(i));
            }
        }
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Tries to deliver a dead letter again; returns false when it is no longer there. Blocks. */
    boolean redeliver(DeadLetter letter) {
        Forwarder receiver = Optional.ofNullable(forwarders.get(letter.delivery().forward()))
                .orElseThrow(ReceiverUnknownException::new);
        if (!receiver.reserve()) {
            throw new QueueFullException();
        }
        Delivery again = new Delivery(letter.delivery().id(), receiver.name(), letter.delivery().event(), Instant.now());
        boolean taken = false;
        try {
            taken = deadLetters.remove(again.id(), dead -> storage.keep(again)).isPresent();
        } finally {
            if (!taken) {
                receiver.release();
            }
        }
        if (taken) {
            receiver.submit(again, true);
        }
        return taken;
    }

    /** Nobody is configured by this name any more. */
    static final class ReceiverUnknownException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReceiverUnknownException() {
            super("unknown receiver", null, false, false);
        }
    }

    /** As many events wait for the receiver as may. */
    static final class QueueFullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        QueueFullException() {
            super("queue full", null, false, false);
        }
    }
}
