package dev.esign.sandbox.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.WebhookMisbehaviour;
import dev.esign.sandbox.WebhookTarget;
import dev.esign.sandbox.Webhooks;
import dev.esign.sandbox.session.SessionEvent;

/** Makes a message of each event, and sends it to all receivers. Thread-safe. */
public final class WebhookHub implements Webhooks, SessionEvent.Listener, AutoCloseable {

    private static final Logger LOG = System.getLogger(WebhookHub.class.getName());
    private static final int MOST_RECEIVERS = 16;

    private final WebhookSettings settings;
    private final Clock clock;
    private final Couriers couriers;
    private final DeliveryLog log = new DeliveryLog();
    private final Misbehaviours misbehaviours = new Misbehaviours();
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
    private int lastTarget;

    /**
     * Gets ready; without receivers there are no threads.
     *
     * @param threads what the names of the threads begin with
     */
    public WebhookHub(WebhookSettings settings, Clock clock, String threads) {
        this.settings = settings;
        this.clock = clock;
        this.couriers = new Couriers(threads);
        settings.urls().forEach(this::add);
    }

    @Override
    public synchronized WebhookTarget add(URI given) {
        URI url = WebhookUrl.check(given);
        Optional<Receiver> known = receivers.stream().filter(receiver -> receiver.target.url().equals(url)).findFirst();
        if (known.isPresent()) {
            return known.get().target;
        }
        if (receivers.size() == MOST_RECEIVERS) {
            throw new IllegalStateException(
                    "There are " + MOST_RECEIVERS + " webhook receivers already: remove one before another is added.");
        }
        WebhookTarget target = new WebhookTarget(String.valueOf(++lastTarget), url);
        receivers.add(new Receiver(target));
        return target;
    }

    @Override
    public boolean remove(String targetId) {
        Optional<Receiver> found = find(targetId);
        found.ifPresent(receiver -> {
            receivers.remove(receiver);
            couriers.run(receiver.lanes::close);
        });
        return found.isPresent();
    }

    @Override
    public List<WebhookTarget> targets() {
        return receivers.stream().map(receiver -> receiver.target).toList();
    }

    @Override
    public List<WebhookDelivery> deliveries() {
        return log.list();
    }

    @Override
    public WebhookDelivery awaitDelivery(Predicate<? super WebhookDelivery> wanted, Duration timeout) {
        return log.await(wanted, timeout);
    }

    @Override
    public List<WebhookDelivery> awaitIdle(Duration timeout) {
        return log.awaitNonePending(timeout);
    }

    @Override
    public WebhookDelivery redeliver(String deliveryId) {
        WebhookDelivery earlier = log.find(deliveryId)
                .orElseThrow(() -> new IllegalArgumentException("There is no webhook delivery with this id (any more)."));
        Receiver receiver = find(earlier.target())
                .orElseThrow(() -> new IllegalStateException("The receiver of this webhook delivery was removed."));
        WebhookDelivery again = log.enter((id, state) -> new WebhookDelivery(id, Optional.of(deliveryId), earlier.target(),
                earlier.url(), earlier.sessionId(), earlier.signerId(), earlier.type(), earlier.status(), earlier.body(),
                earlier.at(), state, List.of(), Set.of()));
        return receiver.dispatch(again, receiver.target.url(), Duration.ZERO, Duration.ZERO);
    }

    @Override
    public List<WebhookDelivery> sendTest() {
        return publish(Message.test(clock.instant()));
    }

    @Override
    public void misbehave(WebhookMisbehaviour misbehaviour, int times) {
        misbehaviours.add(misbehaviour, times);
    }

    @Override
    public void misbehave(WebhookMisbehaviour misbehaviour, int times, Duration delay) {
        misbehaviours.add(misbehaviour, times, delay);
    }

    @Override
    public void behave() {
        misbehaviours.clear();
    }

    @Override
    public void on(SessionEvent event) {
        publish(Message.of(event));
    }

    /** How many deliveries have not ended. */
    public int pending() {
        return log.pending();
    }

    /** How often each misbehaviour will still happen. */
    public Map<WebhookMisbehaviour, Integer> misbehaviours() {
        return misbehaviours.left();
    }

    /** Forgets the deliveries that have ended, and all misbehaviour; receivers stay. */
    public void clear() {
        misbehaviours.clear();
        log.clear();
    }

    /** Cuts what is under way; what waits stays pending for good. */
    @Override
    public void close() {
        receivers.clear();
        couriers.close();
    }

    private Optional<Receiver> find(String targetId) {
        return receivers.stream().filter(receiver -> receiver.target.id().equals(targetId)).findFirst();
    }

    private List<WebhookDelivery> publish(Message event) {
        if (receivers.isEmpty()) {
            return List.of();
        }
        Map<WebhookMisbehaviour, Duration> wrong = misbehaviours.next();
        Message message = event.distorted(wrong.keySet());
        String json = message.json(wrong.keySet());
        List<WebhookDelivery> deliveries = new ArrayList<>();
        Duration late = wrong.getOrDefault(WebhookMisbehaviour.LATE, Duration.ZERO);
        Duration heldBack = wrong.getOrDefault(WebhookMisbehaviour.OUT_OF_ORDER, Duration.ZERO);
        for (Receiver receiver : receivers) {
            URI url = wrong.containsKey(WebhookMisbehaviour.WRONG_SECRET)
                    ? WebhookUrl.withWrongSecret(receiver.target.url())
                    : receiver.target.url();
            if (wrong.containsKey(WebhookMisbehaviour.DUPLICATE)) {
                // Only one of two copies is held back: the later message comes in between.
                deliveries.add(receiver.dispatch(receiver.enter(message, json, wrong.keySet()), url, late, Duration.ZERO));
            }
            deliveries.add(receiver.dispatch(receiver.enter(message, json, wrong.keySet()), url, late, heldBack));
        }
        return deliveries;
    }

    /** One receiver, and what is on its way to it. */
    private final class Receiver implements Lanes.Traffic {

        private final WebhookTarget target;
        private final Lanes lanes = new Lanes(this);
        private final AtomicBoolean overflowTold = new AtomicBoolean();
        private boolean failing;

        Receiver(WebhookTarget target) {
            this.target = target;
        }

        WebhookDelivery enter(Message message, String json, Set<WebhookMisbehaviour> wrong) {
            return log.enter((id, state) -> new WebhookDelivery(id, Optional.empty(), target.id(), target.masked(),
                    message.sessionId(), message.signerId(), message.type(), message.status(), json, message.at(), state,
                    List.of(), Set.copyOf(wrong)));
        }

        WebhookDelivery dispatch(WebhookDelivery delivery, URI url, Duration late, Duration heldBack) {
            if (!delivery.isFinished()) {
                Outgoing outgoing = new Outgoing(delivery, url, late, heldBack);
                couriers.run(() -> lanes.add(outgoing));
            } else if (!overflowTold.getAndSet(true)) {
                LOG.log(Level.WARNING, "Too many webhooks are waiting: some are dropped, the first one is {0}.", delivery);
            }
            return delivery;
        }

        @Override
        public void send(Outgoing outgoing) {
            Instant at = clock.instant();
            long began = System.nanoTime();
            HttpPost post = new HttpPost(outgoing.url(), outgoing.delivery().body());
            couriers.send(post, settings.timeout(), result -> {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                outgoing.tried(new WebhookDelivery.Try(at, took, result.statusCode(), result.failure()), settings.retries());
                tell(outgoing.delivery());
                log.update(outgoing.delivery());
                lanes.sent(outgoing, settings.waitAfter(outgoing.delivery().tries().size()));
            });
        }

        @Override
        public void after(Duration delay, Runnable action) {
            couriers.runAfter(delay, action);
        }

        @Override
        public void drop(Outgoing outgoing) {
            outgoing.dropped();
            log.update(outgoing.delivery());
        }

        /** Tells once that a receiver fails, however much it is sent. */
        private void tell(WebhookDelivery delivery) {
            boolean failed = delivery.state() != WebhookDelivery.State.DELIVERED;
            if (failed && !failing) {
                LOG.log(Level.WARNING, "A webhook was not taken ({0}): {1}",
                        delivery.tries().get(delivery.tries().size() - 1).failure().orElseThrow(), delivery);
            }
            failing = failed;
        }
    }
}
