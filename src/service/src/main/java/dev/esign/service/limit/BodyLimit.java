package dev.esign.service.limit;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.esign.service.problem.ProblemKind;
import dev.esign.service.problem.ProblemWriter;
import dev.esign.service.upload.UploadsConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a body that is announced as too large by a problem document, before any of it is read. Quarkus would refuse it too,
 * but without a word; so it would one that is sent without its length, which is counted by {@link BodyCounting} instead.
 */
@ApplicationScoped // lazily: providers are made before settings can be read
class BodyLimit {

    private static final long UNLIMITED = 0;

    private final long limit;
    private final long formLimit;
    private final ProblemWriter problems;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, UploadsConfig uploads,
            ProblemWriter problems) {
        this.limit = limit.asLongValue();
        this.formLimit = Math.min(this.limit, uploads.maxSize().asLongValue());
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(BodyLimit::countOurselves);
    }

    /** How many bytes a body of this type may have. */
    long limit(String contentType) {
        return isForm(contentType) ? formLimit : limit;
    }

    static boolean isForm(String contentType) {
        return contentType != null && contentType.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (announcedLength(request) <= limit(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            context.next();
        } else {
            problems.write(context, ProblemKind.REQUEST_TOO_LARGE);
        }
    }

    private static void countOurselves(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, UNLIMITED);
        context.next();
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
