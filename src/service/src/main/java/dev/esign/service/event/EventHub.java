package dev.esign.service.event;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Holds the latest events and wakes the streams that tell them. Thread-safe. */
@Singleton
class EventHub {

    private final EventsConfig config;
    private final Vertx vertx;
    private final ObjectMapper mapper;
    private final EventLog log;
    private final Transactions transactions = new Transactions();
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final Duration shutdownDelay;
    private volatile Duration slow;
    private volatile Duration grace = Duration.ofSeconds(2);
    private volatile boolean closed;
    private Thread shutdownHook;

    EventHub(EventsConfig config, Vertx vertx, ObjectMapper mapper, MeterRegistry meters,
            @ConfigProperty(name = "quarkus.shutdown.delay-enabled", defaultValue = "false") boolean shutdownDelayed,
            @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0S") Duration shutdownDelay) {
        this.config = config;
        this.slow = config.slow();
        this.shutdownDelay = shutdownDelayed ? shutdownDelay : Duration.ZERO;
        this.vertx = vertx;
        this.mapper = mapper;
        this.log = new EventLog(config.buffer().events(), config.buffer().age(), config.buffer().size().asLongValue(),
                System::nanoTime);
        Gauge.builder("esign.service.events.streams", streams, Set::size).description("Open streams of events")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        long pulse = Math.max(10, Math.min(config.heartbeat().toMillis(), config.slow().toMillis()) / 2);
        vertx.setPeriodic(pulse, timer -> pulse());
        // An open stream is a request that never ends: without this, a graceful shutdown would wait for it in vain.
        shutdownHook = new Thread(this::closeAfterDelay, "esign-events-shutdown");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    void stop(@Observes ShutdownEvent stopped) {
        close();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException theJvmIsEnding) {
            // Then the hook has run, and nobody is left to remove it from.
        }
    }

    /** Tells what happened to all streams of this replica; returns false when they were told before. */
    boolean tell(ServiceEvent event) {
        if (event.transactionId() != null) {
            transactions.learn(event.sessionId(), event.transactionId());
        }
        boolean added = log.add(event, json(event));
        if (added) {
            streams.forEach(EventStream::wake);
        }
        return added;
    }

    /** Adds the transaction, if it is known. */
    ServiceEvent complete(ServiceEvent event) {
        return event.transactionId() != null ? event : event.withTransactionId(transactions.of(event.sessionId()));
    }

    String json(Object event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event can't be written as JSON", impossible);
        }
    }

    EventLog log() {
        return log;
    }

    /** Takes a stream, unless there are too many or the service is ending. */
    boolean open(EventStream stream) {
        if (closed || streams.size() >= config.maxStreams()) {
            return false;
        }
        streams.add(stream);
        if (closed) {
            stream.end();
        }
        return true;
    }

    /** How many streams are open. */
    int streams() {
        return streams.size();
    }

    void forget(EventStream stream) {
        streams.remove(stream);
    }

    /** How long a client has to take the end of its stream, before its connection is closed. */
    Duration grace() {
        return grace;
    }

    /** How long a client may leave what was sent to it untaken. */
    Duration slow() {
        return slow;
    }

    /** For tests of slow clients. */
    void patience(Duration slow, Duration grace) {
        this.slow = slow;
        this.grace = grace;
    }

    /** How far a stream goes back; another replica may have told events in another order. */
    Optional<Duration> overlap() {
        return config.peers().map(peers -> config.relay().overlap());
    }

    /** Ends all streams; their clients come back, to another replica. */
    private void close() {
        closed = true;
        endStreams();
    }

    /** Ends all that are open now. */
    void endStreams() {
        streams.forEach(EventStream::end);
    }

    /** While requests are still let in, so are streams. */
    private void closeAfterDelay() {
        try {
            Thread.sleep(shutdownDelay.toMillis());
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private void pulse() {
        log.trim();
        streams.forEach(EventStream::pulse);
    }
}
