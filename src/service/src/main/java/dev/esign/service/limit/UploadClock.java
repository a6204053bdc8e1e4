package dev.esign.service.limit;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Ends uploads that stand still or take too long: they hold a thread and a place that others wait for. */
@Singleton
class UploadClock {

    private static final Logger LOG = Logger.getLogger(UploadClock.class);
    private static final long LOOKS_PER_LIMIT = 4;

    private final LimitsConfig config;
    private final Vertx vertx;
    private final MeterRegistry meters;

    UploadClock(LimitsConfig config, Vertx vertx, MeterRegistry meters) {
        this.config = config;
        this.vertx = vertx;
        this.meters = meters;
    }

    void watch(RoutingContext context) {
        Duration shortest = shortest(config.uploadIdle(), config.uploadTime());
        if (shortest.isZero()) {
            return;
        }
        Watch watch = new Watch(context.request());
        long timer = vertx.setPeriodic(Math.max(1, shortest.toMillis() / LOOKS_PER_LIMIT), watch::look);
        context.addEndHandler(ended -> vertx.cancelTimer(timer));
    }

    private static Duration shortest(Duration one, Duration other) {
        if (one.isZero() || other.isZero()) {
            return one.plus(other);
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean isOver(Duration limit, long sinceNanos) {
        return !limit.isZero() && System.nanoTime() - sinceNanos >= limit.toNanos();
    }

    private final class Watch {

        private final HttpServerRequest request;
        private final long begun = System.nanoTime();
        private long read;
        private long lastRead = begun;

        Watch(HttpServerRequest request) {
            this.request = request;
        }

        void look(long timer) {
            if (request.isEnded()) {
                vertx.cancelTimer(timer);
                return;
            }
            if (request.bytesRead() > read) {
                read = request.bytesRead();
                lastRead = System.nanoTime();
            }
            boolean idle = isOver(config.uploadIdle(), lastRead);
            if (idle || isOver(config.uploadTime(), begun)) {
                vertx.cancelTimer(timer);
                LOG.debugf("An upload was ended: it %s", idle ? "stood still" : "took too long");
                meters.counter("esign.service.limited", "limit", idle ? "upload-idle" : "upload-time").increment();
                request.connection().close();
            }
        }
    }
}
