package dev.esign.runtime.observe;

import java.io.InputStream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

import io.vertx.core.http.HttpClientResponse;

/** Lets a request know its call, and notes the status of the answer and the sizes of both. Thread-safe. */
@Singleton
class CallFilter implements ResteasyReactiveClientRequestFilter, ResteasyReactiveClientResponseFilter {

    /** The property of a request that holds its call. */
    static final String CALL = "dev.esign.call";

    private static final long UNKNOWN = -1;

    private final CallObservers observers;

    CallFilter(CallObservers observers) {
        this.observers = observers;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        observers.sent().ifPresent(call -> request.setProperty(CALL, call));
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
        HttpClientResponse answer = request.unwrap(RestClientRequestContext.class).getVertxClientResponse();
        if (answer != null && request.getProperty(CALL) instanceof ObservedCall call) {
            call.answered(answer.statusCode(), announced(answer.getHeader(HttpHeaders.CONTENT_LENGTH)));
            if (!(request.getEntity() instanceof InputStream)) {
                call.sent(Math.max(0, announced(answer.request().headers().get(HttpHeaders.CONTENT_LENGTH))));
            }
        }
    }

    private static long announced(String length) {
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : UNKNOWN;
    }
}
