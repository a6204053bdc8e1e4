package dev.esign.service.limit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.service.problem.Problem;
import dev.esign.service.problem.ProblemKind;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Answers a body that is announced as too large by a problem document. Quarkus would refuse it too, but without a word. */
@Singleton
class BodyLimit {

    private final long limit;
    private final Buffer problem;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper mapper)
            throws JsonProcessingException {
        this.limit = limit.asLongValue();
        this.problem = Buffer.buffer(mapper.writeValueAsBytes(Problem.of(ProblemKind.REQUEST_TOO_LARGE)));
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (announcedLength(context.request()) <= limit) {
            context.next();
            return;
        }
        context.response().setStatusCode(ProblemKind.REQUEST_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                // What the client goes on sending must not be taken for its next request.
                .putHeader("Connection", "close")
                .endHandler(sent -> context.request().connection().close())
                .end(problem);
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
