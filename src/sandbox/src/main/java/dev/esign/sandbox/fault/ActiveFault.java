package dev.esign.sandbox.fault;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.esign.sandbox.Fault;

/** A fault while it is set up, and its memory afterwards. */
final class ActiveFault implements Fault {

    private final long id;
    private final FaultPlan plan;
    private final FaultList list;
    private final CountDownLatch removed = new CountDownLatch(1);
    private final SplittableRandom choices;
    private final SplittableRandom times;
    private long hits;

    ActiveFault(long id, FaultPlan plan, FaultList list) {
        this.id = id;
        this.plan = plan;
        this.list = list;
        this.choices = new SplittableRandom(plan.seed());
        this.times = choices.split();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String description() {
        return plan.toString();
    }

    @Override
    public synchronized long hits() {
        return hits;
    }

    @Override
    public synchronized boolean isActive() {
        return removed.getCount() > 0 && (plan.times() == 0 || hits < plan.times());
    }

    @Override
    public void remove() {
        removed.countDown();
        list.forget(this);
    }

    FaultPlan plan() {
        return plan;
    }

    /** Decides whether the next call is hit, and counts it if so. */
    synchronized boolean strikes() {
        if (!isActive() || choices.nextDouble() >= plan.probability()) {
            return false;
        }
        hits++;
        if (!isActive()) {
            list.retire(this);
        }
        return true;
    }

    /** Waits, unless the fault is removed. */
    void pause(Duration time) throws InterruptedException {
        removed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    Duration between(Duration shortest, Duration longest) {
        long spread = longest.toNanos() - shortest.toNanos();
        if (spread == 0) {
            return shortest;
        }
        synchronized (this) {
            return shortest.plusNanos(times.nextLong(spread + 1));
        }
    }

    @Override
    public String toString() {
        return "Fault[" + id + ": " + plan + "]";
    }
}
