package dev.esign.service.operation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import dev.esign.service.caller.Caller;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** A line for each request, without its query, its headers or the secret of a webhook. */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("dev.esign.service.access");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LONGEST_PATH = 200;

    private final AccessLogConfig config;
    private final String webhooks;

    AccessLog(AccessLogConfig config, @ConfigProperty(name = "quarkus.esign.webhook.path") String webhooks) {
        this.config = config;
        this.webhooks = webhooks + "/";
    }

    void register(@Observes Filters filters) {
        if (config.enabled()) {
            filters.register(this::log, FilterPriorities.ACCESS_LOG);
        }
    }

    private void log(RoutingContext context) {
        long begun = System.nanoTime();
        String trace = traceId(context.request()).orElse("-");
        context.addEndHandler(ended -> {
            String outcome = ended.succeeded() ? Integer.toString(context.response().getStatusCode()) : "broken-off";
            LOG.infof("%s %s status=%s time=%dms received=%dB sent=%dB trace=%s%s", context.request().method(), path(context),
                    outcome, (System.nanoTime() - begun) / 1_000_000, context.request().bytesRead(),
                    context.response().bytesWritten(), trace, config.callers() ? caller(context) : "");
        });
        context.next();
    }

    private String path(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith(webhooks)) {
            return webhooks + "***";
        }
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "...";
    }

    private static String caller(RoutingContext context) {
        return " caller=" + Caller.nameOf(context).map(AccessLog::printable).orElse("-") + " address="
                + context.request().remoteAddress().hostAddress();
    }

    /** A name mustn't look like a line of its own. */
    private static String printable(String name) {
        return name.replaceAll("[\\p{Cntrl}\\s]", "_");
    }

    private static Optional<String> traceId(HttpServerRequest request) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return Optional.of(span.getTraceId());
        }
        String header = request.getHeader("traceparent");
        Matcher parent = TRACEPARENT.matcher(header == null ? "" : header);
        return parent.matches() ? Optional.of(parent.group(1)) : Optional.empty();
    }
}
