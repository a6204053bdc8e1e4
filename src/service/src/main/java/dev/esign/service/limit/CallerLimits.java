package dev.esign.service.limit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import dev.esign.service.caller.AccessRules;
import dev.esign.service.caller.Caller;
import dev.esign.service.limit.CallerTable.Admission;
import dev.esign.service.problem.ProblemKind;
import dev.esign.service.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Holds each caller to what it may ask: by its name, else by its address. */
@Singleton
class CallerLimits {

    /** After authentication, since the caller has to be known. */
    private static final int PRIORITY = (SecurityHandlerPriorities.AUTHENTICATION + SecurityHandlerPriorities.AUTHORIZATION)
            / 2;

    private static final long SMALL = 64 * 1024;

    private final LimitsConfig config;
    private final AccessRules rules;
    private final ProblemWriter problems;
    private final CallerTable callers;
    private final UploadClock clock;
    private final MeterRegistry meters;
    private final String policy;

    CallerLimits(LimitsConfig config, AccessRules rules, ProblemWriter problems, UploadClock clock, MeterRegistry meters) {
        this.config = config;
        this.rules = rules;
        this.problems = problems;
        this.clock = clock;
        this.meters = meters;
        this.callers = new CallerTable(config, System::nanoTime);
        this.policy = "\"requests\";q=" + config.burst() + ";w="
                + Math.max(1, Math.round(60.0 * config.burst() / Math.max(1, config.requestsPerMinute())));
        meters.gauge("esign.service.limits.callers", callers, CallerTable::size);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (rules.isOpenToAll(context)) {
            context.next();
            return;
        }
        UUID caller = key(context);
        if (config.requestsPerMinute() > 0 && !admit(context, caller)) {
            refuse(context, ProblemKind.TOO_MANY_REQUESTS, "requests");
        } else if (!isUpload(context.request())) {
            context.next();
        } else if (config.uploads() > 0 && !beginUpload(context, caller)) {
            refuse(context, ProblemKind.TOO_MANY_UPLOADS, "uploads");
        } else {
            clock.watch(context);
            context.next();
        }
    }

    private boolean admit(RoutingContext context, UUID caller) {
        Admission admission = callers.admit(caller);
        HttpServerResponse response = context.response();
        response.putHeader("RateLimit-Policy", policy);
        response.putHeader("RateLimit", "\"requests\";r=" + admission.left() + ";t=" + admission.secondsToNext());
        if (!admission.admitted()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(admission.secondsToNext()));
        }
        return admission.admitted();
    }

    private boolean beginUpload(RoutingContext context, UUID caller) {
        boolean begun = callers.beginUpload(caller);
        if (begun) {
            context.addEndHandler(ended -> callers.endUpload(caller));
        }
        return begun;
    }

    private void refuse(RoutingContext context, ProblemKind kind, String limit) {
        meters.counter("esign.service.limited", "limit", limit).increment();
        problems.write(context, kind);
    }

    /** Whether a request brings so much that it takes time, or doesn't say how much. */
    private static boolean isUpload(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains("Transfer-Encoding") : Long.parseLong(length) > SMALL;
    }

    /** Names may be long and personal: neither is kept. */
    private static UUID key(RoutingContext context) {
        String name = Caller.nameOf(context).map(given -> "name " + given)
                .orElseGet(() -> "address " + context.request().remoteAddress().hostAddress());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
