package dev.esign.service.event;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jboss.logging.Logger;

import dev.esign.service.event.EventsConfig.ForwardConfig;
import dev.esign.service.event.SignedPost.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.http.RequestOptions;

/**
 * Delivers events to one receiver. Its state belongs to one event loop; {@link #reserve} and {@link #submit} may be called by
 * any thread.
 */
final class Forwarder {

    private static final Logger LOG = Logger.getLogger(Forwarder.class);

    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** A delivery, how often it was tried, and whether somebody asked for it to be tried again. */
    private record Job(Delivery delivery, int tries, boolean asked) {
    }

    private final String name;
    private final ForwardConfig config;
    private final Set<EventType> types;
    private final SignedPost post;
    private final RequestOptions address;
    private final Function<ServiceEvent, String> json;
    private final Storage storage;
    private final DeadLetters deadLetters;
    private final Context context;
    private final Counter delivered;
    private final Counter retried;
    private final Counter dead;
    private final AtomicInteger pending = new AtomicInteger();
    private final Queue<Job> ready = new ArrayDeque<>();
    private int underWay;
    /** The receiver answered that it is gone for good. */
    private boolean gone;
    private volatile boolean closed;

    Forwarder(String name, ForwardConfig config, Set<EventType> types, SignedPost post, Function<ServiceEvent, String> json,
            Storage storage, DeadLetters deadLetters, Context context, MeterRegistry meters) {
        this.name = name;
        this.config = config;
        this.types = types;
        this.post = post;
        this.address = new RequestOptions().setAbsoluteURI(URI.create(config.url()).toString());
        this.json = json;
        this.storage = storage;
        this.deadLetters = deadLetters;
        this.context = context;
        this.delivered = counter(meters, "delivered");
        this.retried = counter(meters, "retried");
        this.dead = counter(meters, "dead");
        Gauge.builder("esign.service.events.pending", pending, AtomicInteger::get).tag("forward", name)
                .description("Events that wait for their delivery").register(meters);
    }

    private Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("esign.service.events.forwarded").tag("forward", name).tag("outcome", outcome)
                .description("Tries to deliver events").register(meters);
    }

    String name() {
        return name;
    }

    boolean wants(ServiceEvent event) {
        return types.contains(event.type());
    }

    /** Makes room for a delivery that is submitted then; returns false when there is none. */
    boolean reserve() {
        if (pending.incrementAndGet() <= config.queue()) {
            return true;
        }
        pending.decrementAndGet();
        return false;
    }

    /** Gives the room back. */
    void release() {
        pending.decrementAndGet();
    }

    /** Takes a delivery for which there is room. */
    void submit(Delivery delivery, boolean asked) {
        context.runOnContext(taken -> {
            ready.add(new Job(delivery, 0, asked));
            sendReady();
        });
    }

    /** Gives up a delivery for which there is no room. Blocks. */
    void refuse(Delivery delivery) {
        bury(new Job(delivery, 0, false), "queue-full");
    }

    /** Begins no more tries. */
    void close() {
        closed = true;
    }

    private void sendReady() {
        while (!closed && underWay < config.concurrency() && !ready.isEmpty()) {
            Job job = ready.remove();
            if (gone && !job.asked()) {
                giveUp(job, "gone");
            } else {
                underWay++;
                ServiceEvent event = job.delivery().event();
                post.send(address, event.id(), json.apply(event))
                        .onComplete(answer -> context.runOnContext(back -> tried(job, answer)));
            }
        }
    }

    private void tried(Job before, AsyncResult<Answer> result) {
        underWay--;
        Job job = new Job(before.delivery(), before.tries() + 1, before.asked());
        if (result.failed()) {
            LOG.debugf("%s: no answer from '%s' (%s)", job.delivery().event(), name, result.cause().getClass().getSimpleName());
            retry(job, result.cause() instanceof TimeoutException ? "timeout" : "unreachable", Duration.ZERO);
        } else if (result.result().isSuccess()) {
            gone = false;
            delivered.increment();
            LOG.debugf("%s: delivered to '%s'", job.delivery().event(), name);
            finish(job, () -> storage.forget(job.delivery()));
        } else if (result.result().status() == GONE) {
            if (!gone) {
                LOG.warnf("'%s' is gone (HTTP 410): what is meant for it becomes dead letters", name);
            }
            gone = true;
            giveUp(job, "gone");
        } else {
            Answer answer = result.result();
            LOG.debugf("%s: '%s' answered HTTP %d", job.delivery().event(), name, answer.status());
            boolean tellsWhen = answer.status() == TOO_MANY_REQUESTS || answer.status() == UNAVAILABLE;
            retry(job, "http-" + answer.status(), answer.retryAfter().filter(header -> tellsWhen)
                    .map(header -> RetryAfter.read(header, Instant.now())).orElse(Duration.ZERO));
        }
        sendReady();
    }

    private void retry(Job job, String reason, Duration atLeast) {
        Duration wait = delay(job.tries());
        if (wait.compareTo(atLeast) < 0) {
            wait = atLeast;
        }
        if (Instant.now().plus(wait).isAfter(job.delivery().since().plus(config.retryFor()))) {
            giveUp(job, reason);
            return;
        }
        retried.increment();
        context.owner().setTimer(Math.max(1, wait.toMillis()), time -> context.runOnContext(due -> {
            ready.add(job);
            sendReady();
        }));
    }

    /** Half of it is chance, so that a receiver that comes back isn't met by all at once. */
    private Duration delay(int tries) {
        long doubled = config.initialDelay().toMillis() << Math.min(tries - 1, 20);
        long most = Math.min(doubled, config.maxDelay().toMillis());
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private void giveUp(Job job, String reason) {
        finish(job, () -> bury(job, reason));
    }

    private void bury(Job job, String reason) {
        dead.increment();
        LOG.warnf("%s: given up for '%s' after %d tries (%s); it is a dead letter", job.delivery().event(), name, job.tries(),
                reason);
        deadLetters.add(new DeadLetter(job.delivery(), Instant.now(), job.tries(), reason));
    }

    private void finish(Job job, Runnable blocking) {
        context.owner().executeBlocking(() -> {
            blocking.run();
            return null;
        }, false).onComplete(done -> {
            release();
            if (done.failed()) {
                LOG.errorf(done.cause(), "%s for '%s': the directory of events can't be written", job.delivery().event(), name);
            }
        });
    }
}
