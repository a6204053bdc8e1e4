package dev.esign.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import dev.esign.spi.TokenSource;

/**
 * Puts a token into {@code Authorization}, bare as eSign wants it. A request whose token can't be had isn't sent. Register it
 * on a REST interface of your own ({@code @RegisterProvider}) to call further eSign methods. Thread-safe; waits for the token
 * without holding a thread.
 */
@Singleton
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ResteasyReactiveClientRequestFilter {

    private final TokenSource tokens;

    @Inject
    TokenFilter(TokenSource tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext context) {
        context.suspend();
        tokens.token().subscribe().with(token -> {
            if (token == null || token.isBlank()) {
                context.resume(new IllegalStateException("the token source gave no token"));
                return;
            }
            context.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, token);
            context.resume();
        }, context::resume);
    }
}
