package dev.esign.service.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.jboss.logging.Logger;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * One client's stream: reads the log as fast as the client takes it, and holds nothing but its place in there. All its work is
 * done on the event loop of the client's connection; {@link #wake}, {@link #pulse} and {@link #end} may be called by any
 * thread.
 */
final class EventStream implements Flow.Publisher<OutboundSseEvent>, Flow.Subscription {

    private static final Logger LOG = Logger.getLogger(EventStream.class);

    private final EventHub hub;
    private final EventLog log;
    private final EventFilter filter;
    private final Duration heartbeat;
    private final Sse sse;
    private final HttpServerRequest request;
    private final Context context;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Queue<OutboundSseEvent> first = new ArrayDeque<>();

    private Flow.Subscriber<? super OutboundSseEvent> client;
    private long position;
    private long demand;
    private long lastSent = System.nanoTime();
    private boolean ended;
    private boolean gone;

    EventStream(EventHub hub, EventsConfig config, EventFilter filter, Sse sse, HttpServerRequest request, Context context) {
        this.hub = hub;
        this.log = hub.log();
        this.filter = filter;
        this.heartbeat = config.heartbeat();
        this.sse = sse;
        this.request = request;
        this.context = context;
        this.position = log.last();
        first.add(sse.newEventBuilder().comment("connected").reconnectDelay(config.retry().toMillis()).build());
    }

    /** Begins behind the event that the client saw last, or tells it that there is a gap. */
    void resume(String lastEventId) {
        log.positionOf(lastEventId).ifPresentOrElse(
                seen -> position = hub.overlap().map(span -> log.before(seen, span)).orElse(seen),
                () -> first.add(gap(lastEventId)));
    }

    private OutboundSseEvent gap(String lastEventId) {
        OutboundSseEvent.Builder gap = sse.newEventBuilder().name(Gap.NAME)
                .data(String.class, hub.json(new Gap(lastEventId)));
        log.lastId().ifPresent(gap::id);
        return gap.build();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super OutboundSseEvent> subscriber) {
        client = subscriber;
        subscriber.onSubscribe(this);
        if (ended) {
            subscriber.onComplete(); // between its opening and now the service began to end
        }
    }

    @Override
    public void request(long n) {
        context.runOnContext(taken -> {
            demand += n;
            send();
        });
    }

    @Override
    public void cancel() {
        context.runOnContext(cancelled -> {
            gone = true;
            ended = true;
            hub.forget(this);
        });
    }

    /** There may be something to send. */
    void wake() {
        if (awake.compareAndSet(false, true)) {
            context.runOnContext(woken -> {
                awake.set(false);
                send();
            });
        }
    }

    /** Time has passed. */
    void pulse() {
        context.runOnContext(passed -> {
            long idle = System.nanoTime() - lastSent;
            if (ended || client == null) {
                return;
            }
            if (demand == 0 && idle > hub.slow().toNanos()) {
                LOG.debug("A stream of events was ended: its client takes nothing");
                finish();
            } else if (demand > 0 && idle > heartbeat.toNanos()) {
                send(sse.newEventBuilder().comment("").build());
            }
        });
    }

    /** Ends the stream; the client may come back. */
    void end() {
        context.runOnContext(end -> finish());
    }

    private void send() {
        while (!ended && demand > 0) {
            if (!first.isEmpty()) {
                send(first.remove());
            } else if (!log.holdsAllAfter(position)) {
                LOG.debug("A stream of events was ended: its client is too slow for what happens");
                finish();
            } else {
                Optional<EventLog.Entry> next = log.after(position);
                if (next.isEmpty()) {
                    return;
                }
                position = next.get().position();
                if (filter.wants(next.get().event())) {
                    send(event(next.get()));
                }
            }
        }
    }

    private OutboundSseEvent event(EventLog.Entry entry) {
        return sse.newEventBuilder().id(entry.event().id()).name(entry.event().type().wireName())
                .data(String.class, entry.json()).build();
    }

    private void send(OutboundSseEvent event) {
        demand--;
        lastSent = System.nanoTime();
        client.onNext(event);
    }

    /** A client that takes nothing doesn't take the end either: then its connection is closed. */
    private void finish() {
        if (ended) {
            return;
        }
        ended = true;
        hub.forget(this);
        if (client == null) {
            return;
        }
        client.onComplete();
        context.owner().setTimer(hub.grace().toMillis(), late -> {
            if (demand == 0 && !gone) {
                hangUp();
            }
        });
    }

    private void hangUp() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            // HttpConnection.close would wait until the client takes what was sent.
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }
}
