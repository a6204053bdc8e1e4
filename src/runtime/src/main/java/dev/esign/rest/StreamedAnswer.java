package dev.esign.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * An answer that is read while it arrives. The HTTP client's own time-out ends when an answer begins; this one limits each
 * pause in it. Only the time that the reader waits for the network counts, so a slow reader is no time-out: the network waits
 * for it. Closing an answer that isn't read to its end breaks the connection off, rather than receive the rest for nothing.
 */
public final class StreamedAnswer extends FilterInputStream {

    /** The stream of Quarkus' REST client gives up after this time, whatever is configured. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(100);

    private static final int CHECKS_PER_TIMEOUT = 4;
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final Runnable breakOff;
    private final long limit;
    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean late;
    private Future<?> watch;
    private boolean ended;

    StreamedAnswer(InputStream body, Runnable breakOff, Duration timeout) {
        super(body);
        this.breakOff = breakOff;
        this.limit = Math.min(timeout.toNanos(), LONGEST_PAUSE.toNanos());
    }

    /** Begins with the first read, so that an answer that nobody takes isn't watched for ever. */
    private Future<?> watch() {
        long interval = limit / CHECKS_PER_TIMEOUT + 1;
        return Infrastructure.getDefaultWorkerPool().scheduleWithFixedDelay(this::check, interval, interval,
                TimeUnit.NANOSECONDS);
    }

    private void check() {
        if (isLate(waitingSince)) {
            late = true;
            breakOff.run();
        }
    }

    private boolean isLate(long since) {
        return since != NOT_WAITING && System.nanoTime() - since >= limit;
    }

    /** Breaks the answer off, so that whoever reads it fails. May be called on any thread. */
    public void abort() {
        breakOff.run();
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long start = System.nanoTime();
        waitingSince = start;
        if (watch == null) {
            watch = watch();
        }
        try {
            int count = super.read(buffer, offset, length);
            ended |= count < 0;
            return count;
        } catch (IOException failure) {
            if (late || isLate(start)) {
                throw new SocketTimeoutException("the answer stopped");
            }
            if (failure instanceof InterruptedIOException) {
                Thread.currentThread().interrupt();
            }
            throw failure;
        } finally {
            waitingSince = NOT_WAITING;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (watch != null) {
            watch.cancel(false);
        }
        try {
            super.close();
        } finally {
            if (!ended) {
                breakOff.run();
            }
        }
    }
}
