package dev.esign.service.event;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the lines of a stream that begin with a text, without a thread of its own. */
final class LineCounter implements Flow.Subscriber<String> {

    private final String beginning;
    private final AtomicInteger count;

    LineCounter(String beginning, AtomicInteger count) {
        this.beginning = beginning;
        this.count = count;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(beginning)) {
            count.incrementAndGet();
        }
    }

    @Override
    public void onError(Throwable failure) {
        // The test ends the stream so.
    }

    @Override
    public void onComplete() {
        // The same.
    }
}
