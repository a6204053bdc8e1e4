package dev.esign.rest;

import java.io.IOException;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Puts a stream in the place of a {@link SessionRequest}: the HTTP client sends a stream piece by piece, but any other body
 * as a whole. Thread-safe.
 */
@Priority(Priorities.ENTITY_CODER)
public class SessionBodyFilter implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext context) throws IOException {
        if (context.getEntity() instanceof SessionRequest request) {
            request.prepare().ifPresent(length -> context.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH,
                    Long.toString(length)));
            context.setEntity(request.open());
        }
    }
}
