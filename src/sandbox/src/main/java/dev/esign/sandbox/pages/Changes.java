package dev.esign.sandbox.pages;

import java.time.Duration;

/** A number that grows with every change of what the pages show. Thread-safe. */
final class Changes {

    /** Browsers that wait at a time; each one takes a thread. */
    private static final int MOST_WAITING = 64;

    /** Begins where no earlier sandbox of the same address was: its pages may still be open. */
    private long version = System.currentTimeMillis();
    private int waiting;

    synchronized long version() {
        return version;
    }

    synchronized void happened() {
        version++;
        notifyAll();
    }

    /**
     * Waits for a change.
     *
     * @param seen the version that the caller knows
     * @param longest how long to wait at most
     * @return the version as it is now; at once if it differs, if too many wait already, or if the thread is interrupted
     */
    synchronized long await(long seen, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        if (waiting >= MOST_WAITING) {
            return version;
        }
        waiting++;
        try {
            long left = deadline - System.nanoTime();
            while (version == seen && left > 0) {
                // One more millisecond: a wait of 0 would have no end.
                wait(left / 1_000_000 + 1);
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
        }
        return version;
    }
}
