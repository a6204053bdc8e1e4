package dev.esign.sandbox.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The threads of webhooks: one that decides what to do next, and as many as there are messages under way. They are daemons,
 * begin when they are needed and end with {@link #close()}. Thread-safe.
 */
final class Couriers implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Couriers.class.getName());

    private final Set<HttpPost> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor decider;
    private final ExecutorService senders;

    Couriers(String threads) {
        AtomicInteger count = new AtomicInteger();
        this.decider = new ScheduledThreadPoolExecutor(1, task -> daemon(task, threads + "decider"),
                new ThreadPoolExecutor.DiscardPolicy());
        decider.setRemoveOnCancelPolicy(true);
        this.senders = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(),
                task -> daemon(task, threads + "sender-" + count.incrementAndGet()), new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Does something on the thread that decides, in the order of these calls. */
    void run(Runnable action) {
        decider.execute(() -> attempt(action));
    }

    void runAfter(Duration delay, Runnable action) {
        decider.schedule(() -> attempt(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Sends without waiting, and tells the thread that decides what came of it. */
    void send(HttpPost post, Duration timeout, Consumer<HttpPost.Result> then) {
        underWay.add(post);
        Future<?> expiry = decider.schedule(post::expire, timeout.toNanos(), TimeUnit.NANOSECONDS);
        senders.execute(() -> {
            HttpPost.Result result = post.send();
            expiry.cancel(false);
            underWay.remove(post);
            run(() -> then.accept(result));
        });
    }

    /** Cuts everything off. */
    @Override
    public void close() {
        decider.shutdownNow();
        senders.shutdown();
        try {
            // Whoever decides may be about to send one more.
            decider.awaitTermination(2, TimeUnit.SECONDS);
            underWay.forEach(HttpPost::cut);
            senders.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            underWay.forEach(HttpPost::cut);
            Thread.currentThread().interrupt();
        }
    }

    /** The executor would keep a failure to itself. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            // Its message may hold anything.
            LOG.log(Level.ERROR, "Sending webhooks failed unexpectedly: {0} at {1}", e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0]);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
