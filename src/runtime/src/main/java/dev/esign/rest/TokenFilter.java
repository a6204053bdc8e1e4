package dev.esign.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
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

    /**
     * The property of a REST client that holds its own {@link TokenSource}. The tokens of a client without it are those of the
     * default account.
     */
    public static final String TOKENS = "dev.esign.tokens";

    /** Asked for only when they are wanted: an application may have no default account. */
    private final Provider<TokenSource> tokens;

    @Inject
    TokenFilter(Provider<TokenSource> tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext context) {
        TokenSource source = context.getConfiguration().getProperty(TOKENS) instanceof TokenSource own ? own : tokens.get();
        context.suspend();
        source.token().subscribe().with(token -> {
            if (token == null || token.isBlank()) {
                context.resume(new IllegalStateException("the token source gave no token"));
                return;
            }
            context.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, token);
            context.resume();
        }, context::resume);
    }
}
