package dev.esign.sandbox.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.Journal;
import dev.esign.sandbox.RecordedRequest;
import dev.esign.sandbox.RecordedRequest.Form;
import dev.esign.sandbox.api.SessionBodyReader;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Observer;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.RequestBody;
import dev.esign.sandbox.http.Route;
import dev.esign.sandbox.session.DocumentPlace;

/** Records requests in memory, as many as it may. */
public final class RequestJournal implements Journal, Observer {

    private final Clock clock;
    private final int capacity;
    private final String ownPrefix;
    private final Mask mask = new Mask();
    private final Addresses addresses = new Addresses(mask);
    private final Deque<RecordedRequest> entries = new ArrayDeque<>();
    private long lastId;

    /**
     * Begins without entries.
     *
     * @param capacity how many it holds, 0 for none
     * @param ownPrefix where the paths begin that are never recorded
     */
    public RequestJournal(Clock clock, int capacity, String ownPrefix) {
        this.clock = clock;
        this.capacity = capacity;
        this.ownPrefix = ownPrefix;
    }

    @Override
    public List<RecordedRequest> requests() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    @Override
    public List<RecordedRequest> requests(String operation) {
        return requests(request -> request.operation().equals(operation));
    }

    @Override
    public List<RecordedRequest> requests(Predicate<? super RecordedRequest> wanted) {
        return requests().stream().filter(wanted).toList();
    }

    @Override
    public List<RecordedRequest> since(long id, Duration timeout) {
        return awaitUntil(() -> requests(request -> request.id() > id), found -> !found.isEmpty(), timeout);
    }

    @Override
    public List<RecordedRequest> await(int count, String operation, Duration timeout) {
        List<RecordedRequest> found = awaitUntil(() -> requests(operation), requests -> requests.size() >= count, timeout);
        if (found.size() < count) {
            throw new IllegalStateException("Of " + count + " requests to " + operation + ", " + found.size() + " came within "
                    + timeout + ". The journal holds " + requests());
        }
        return found;
    }

    @Override
    public void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }

    @Override
    public Sighting arrived(Request request) {
        if (capacity == 0) {
            return answer -> {
            };
        }
        Instant at = clock.instant();
        long start = System.nanoTime();
        return answer -> {
            if (isRecorded(request)) {
                Duration duration = Duration.ofNanos(System.nanoTime() - start);
                JsonNode body = body(request, answer).map(tree -> new Extract(mask).of(tree)).orElse(null);
                add(id -> entry(id, at, request, body, answer, duration));
            }
        };
    }

    private boolean isRecorded(Request request) {
        return request.route().map(Route::isDocumented).orElse(!request.rawPath().startsWith(ownPrefix));
    }

    private RecordedRequest entry(long id, Instant at, Request request, JsonNode body, Answer answer, Duration duration) {
        RequestBody sent = request.body();
        return new RecordedRequest(id, at, request.route().map(Route::operation).orElse(""), request.verb(),
                request.route().map(route -> route.path().toString()).orElse(""), addresses.path(request),
                addresses.query(request.rawQuery()), addresses.headers(request.headers()), Optional.ofNullable(body),
                new Form(sent.transfer(), sent.received(), sent.bytesForm()), Summary.of(answer), duration, request.faults());
    }

    /** A body that no call had a reason to read is read now, unless it is to be left in the connection. */
    private static Optional<JsonNode> body(Request request, Answer answer) {
        RequestBody body = request.body();
        boolean isLeft = body.isUntouched() && !body.transfer().equals("none") && request.route().isPresent();
        if (isLeft && answer.delivery().isAnswer()) {
            try {
                body.checkHead();
                new SessionBodyReader(body, DocumentPlace.NOWHERE).read();
            } catch (MalformedRequestException e) {
                return body.reading();
            }
        }
        return body.reading();
    }

    private void add(LongFunction<RecordedRequest> entry) {
        synchronized (entries) {
            entries.add(entry.apply(++lastId));
            if (entries.size() > capacity) {
                entries.remove();
            }
            entries.notifyAll();
        }
    }

    private <T> T awaitUntil(Supplier<T> supplier, Predicate<T> wanted, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (entries) {
            T found = supplier.get();
            for (long left = deadline - System.nanoTime(); !wanted.test(found) && left > 0; left = deadline
                    - System.nanoTime()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(entries, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting for requests", e);
                }
                found = supplier.get();
            }
            return found;
        }
    }
}
