package dev.esign.rest;

import java.io.InputStream;
import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientResponseContext;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/**
 * Puts a {@link StreamedAnswer} in the place of the client's own stream, before anything reads it. Thread-safe.
 */
@Priority(Integer.MAX_VALUE)
public class StreamedAnswerFilter implements ResteasyReactiveClientResponseFilter {

    @Override
    public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
        RestClientRequestContext context = request.unwrap(RestClientRequestContext.class);
        InputStream body = response.getEntityStream();
        if (body != null && context.getVertxClientResponse() != null) {
            response.setEntityStream(new StreamedAnswer(body, context.getVertxClientResponse().request()::reset,
                    (Duration) request.getProperty(ConfiguredCall.LONGEST_PAUSE)));
        }
    }
}
