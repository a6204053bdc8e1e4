package dev.esign.sandbox.webhook;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What waits for one receiver: a lane per session keeps its order, while sessions don't wait for each other. Used by one
 * thread only.
 */
final class Lanes {

    /** How many connections to one receiver there are at once. */
    private static final int MOST_UNDER_WAY = 8;

    private final Traffic traffic;
    /** By session: the first one is the next to go, or under way. */
    private final Map<String, Deque<Outgoing>> lanes = new HashMap<>();
    private final Deque<Outgoing> ready = new ArrayDeque<>();
    private final Set<Outgoing> underWay = new HashSet<>();
    /** By session: what waits to be overtaken. */
    private final Map<String, Outgoing> heldBack = new HashMap<>();
    private boolean closed;

    /** What lanes need of the world around them. */
    interface Traffic {

        /** Sends a message once, without waiting for it; {@link Lanes#sent} is to be called in the end. */
        void send(Outgoing outgoing);

        /** Does something later, on the thread that uses the lanes. */
        void after(Duration delay, Runnable action);

        /** Takes what will not be sent (again). */
        void drop(Outgoing outgoing);
    }

    Lanes(Traffic traffic) {
        this.traffic = traffic;
    }

    void add(Outgoing next) {
        if (closed) {
            traffic.drop(next);
            return;
        }
        Outgoing overtaken = heldBack.remove(next.sessionId());
        if (overtaken == null && !next.heldBack().isZero()) {
            heldBack.put(next.sessionId(), next);
            traffic.after(next.heldBack(), () -> overtakenByNone(next));
            return;
        }
        line(next);
        if (overtaken != null) {
            line(overtaken);
        }
    }

    /**
     * Goes on after a try.
     *
     * @param wait how long to wait before the next try, if the delivery isn't finished
     */
    void sent(Outgoing outgoing, Duration wait) {
        underWay.remove(outgoing);
        if (closed) {
            if (!outgoing.delivery().isFinished()) {
                traffic.drop(outgoing);
            }
            return;
        }
        if (outgoing.delivery().isFinished()) {
            next(outgoing.sessionId());
        } else {
            comeUp(outgoing, wait);
        }
        sendReady();
    }

    /** Drops everything that isn't under way, and all that comes later. */
    void close() {
        closed = true;
        heldBack.values().forEach(traffic::drop);
        lanes.values().forEach(lane -> lane.stream().filter(waiting -> !underWay.contains(waiting)).forEach(traffic::drop));
        heldBack.clear();
        lanes.clear();
        ready.clear();
    }

    private void overtakenByNone(Outgoing waiting) {
        if (heldBack.remove(waiting.sessionId(), waiting)) {
            line(waiting);
        }
    }

    private void line(Outgoing outgoing) {
        Deque<Outgoing> lane = lanes.computeIfAbsent(outgoing.sessionId(), id -> new ArrayDeque<>());
        lane.add(outgoing);
        if (lane.size() == 1) {
            comeUp(outgoing, outgoing.late());
        }
    }

    private void next(String sessionId) {
        Deque<Outgoing> lane = lanes.get(sessionId);
        lane.remove();
        if (lane.isEmpty()) {
            lanes.remove(sessionId);
        } else {
            comeUp(lane.peek(), lane.peek().late());
        }
    }

    private void comeUp(Outgoing first, Duration wait) {
        if (wait.isZero()) {
            ready.add(first);
            sendReady();
        } else {
            traffic.after(wait, () -> comeUpAfterWaiting(first));
        }
    }

    private void comeUpAfterWaiting(Outgoing first) {
        if (!closed) {
            comeUp(first, Duration.ZERO);
        }
    }

    private void sendReady() {
        while (underWay.size() < MOST_UNDER_WAY && !ready.isEmpty()) {
            Outgoing first = ready.remove();
            underWay.add(first);
            traffic.send(first);
        }
    }
}
