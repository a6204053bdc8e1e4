package dev.esign.service.operation;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.esign.service.problem.ProblemKind;
import dev.esign.service.problem.ProblemWriter;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes no new requests once the service is ending and had time to say so: requests under way are finished by then, and those
 * that come on and on would have them cut off in the end.
 */
@Singleton
class Shutdown {

    private final ProblemWriter problems;
    private final Vertx vertx;
    private final Duration delay;
    private volatile boolean ending;

    Shutdown(ProblemWriter problems, Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0S") Duration delay) {
        this.problems = problems;
        this.vertx = vertx;
        this.delay = delay;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterPriorities.SHUTDOWN);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent begun) {
        if (delay.isZero()) {
            ending = true;
        } else {
            vertx.setTimer(delay.toMillis(), over -> ending = true);
        }
    }

    private void check(RoutingContext context) {
        if (ending) {
            problems.write(context, ProblemKind.SHUTTING_DOWN);
        } else {
            context.next();
        }
    }
}
