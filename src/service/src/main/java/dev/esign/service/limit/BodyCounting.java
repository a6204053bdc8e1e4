package dev.esign.service.limit;

import java.io.IOException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import dev.esign.service.problem.ProblemKind;
import dev.esign.service.problem.UnreadBody;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** Counts bodies while they are read, and ends the connection of those that weren't read to their end. */
@Provider
class BodyCounting implements ReaderInterceptor {

    private final BodyLimit limit;
    private final CurrentVertxRequest current;

    BodyCounting(BodyLimit limit, CurrentVertxRequest current) {
        this.limit = limit;
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        context.setInputStream(new LimitedInputStream(context.getInputStream(),
                limit.limit(context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))));
        return context.proceed();
    }

    @ServerResponseFilter
    void closeUnlessRead(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext routing = current.getCurrent();
        if (routing == null || routing.request().isEnded()) {
            return;
        }
        // Other bodies may be read without their end being seen.
        if (response.getStatus() == ProblemKind.REQUEST_TOO_LARGE.status()
                || BodyLimit.isForm(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            response.getHeaders().putSingle("Connection", "close");
            UnreadBody.discardAfterAnswer(routing);
        }
    }
}
