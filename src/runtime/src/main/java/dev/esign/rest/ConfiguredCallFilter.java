package dev.esign.rest;

import java.net.URI;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Gives a request the verb and the address of its {@link ConfiguredCall}, which isn't sent itself. Thread-safe. */
@Priority(Priorities.AUTHENTICATION - 1)
public class ConfiguredCallFilter implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext context) {
        if (context.getEntity() instanceof ConfiguredCall call) {
            String base = context.getUri().toString();
            context.setUri(URI.create((base.endsWith("/") ? base : base + "/") + call.address()));
            context.setMethod(call.method());
            context.setProperty(ConfiguredCall.LONGEST_PAUSE, call.longestPause());
            context.setEntity(null);
        }
    }
}
