package dev.esign.service.problem;

import java.time.Duration;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * What a client goes on sending when it has its answer already. It must not be taken for the next request, so the connection
 * ends; but not at once, since many clients read an answer only when they are through, and would find the connection broken
 * instead. What comes is thrown away for a while. Used on an event loop.
 */
public final class UnreadBody {

    private static final long CHECK_MILLIS = 200;
    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(20).toNanos();

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final long begin = System.nanoTime();
    private long last = begin;
    private long timer;

    private UnreadBody(RoutingContext routing) {
        this.request = routing.request();
        this.vertx = routing.vertx();
    }

    /** Sees to it that the connection ends when the answer is sent and the rest of the request is thrown away. */
    public static void discardAfterAnswer(RoutingContext routing) {
        routing.addEndHandler(answered -> new UnreadBody(routing).discard());
    }

    private void discard() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.resume(); // its connection has other requests too
            return;
        }
        if (request.isEnded() || "100-continue".equalsIgnoreCase(request.getHeader("Expect")) && request.bytesRead() == 0) {
            request.connection().close();
            return;
        }
        timer = vertx.setPeriodic(CHECK_MILLIS, checked -> endIfLate());
        request.exceptionHandler(gone -> end());
        request.endHandler(sent -> end());
        request.handler(data -> last = System.nanoTime());
        request.resume();
    }

    private void endIfLate() {
        long now = System.nanoTime();
        if (now - last > QUIET_NANOS || now - begin > LONGEST_NANOS) {
            end();
        }
    }

    private void end() {
        vertx.cancelTimer(timer);
        request.connection().close();
    }
}
