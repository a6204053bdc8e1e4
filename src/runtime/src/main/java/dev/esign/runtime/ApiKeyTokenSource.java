package dev.esign.runtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.esign.AuthenticationException;
import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.ProtocolException;
import dev.esign.event.TokenFetched;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.TokensApi;
import dev.esign.spi.TokenSource;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/**
 * Fetches a token for each call, with the API key encrypted by eSign (or beforehand). The cipher text is kept, so that the
 * plain key travels once, and is dropped when eSign no longer accepts it.
 */
@DefaultBean
@Singleton
class ApiKeyTokenSource implements TokenSource {

    private final TokensApi api;
    private final Calls calls;
    private final EsignConfig config;
    private final SigningEvents events;
    private final AtomicReference<String> encryptedKey = new AtomicReference<>();

    ApiKeyTokenSource(@RestClient TokensApi api, Calls calls, EsignConfig config, SigningEvents events) {
        this.api = api;
        this.calls = calls;
        this.config = config;
        this.events = events;
    }

    @Override
    public Uni<String> token() {
        return Uni.createFrom().deferred(() -> {
            boolean kept = encryptedKey.get() != null;
            Uni<String> token = encryptedKey().flatMap(this::fetch);
            return kept ? token.onFailure(AuthenticationException.class).recoverWithUni(() -> {
                encryptedKey.set(null);
                return encryptedKey().flatMap(this::fetch);
            }) : token;
        }).invoke(() -> events.fire(new TokenFetched()));
    }

    private Uni<String> encryptedKey() {
        String known = config.encryptedApiKey().orElseGet(encryptedKey::get);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return call(Operation.ENCRYPT_STRING, () -> api.encryptString(config.apiKey().orElseThrow(), salt()))
                .invoke(encryptedKey::set);
    }

    private Uni<String> fetch(String encrypted) {
        return call(Operation.GET_TOKEN, () -> api.getToken(encrypted, salt()));
    }

    private Uni<String> call(Operation operation, Supplier<Uni<RequestResponse>> request) {
        FailedCall call = FailedCall.of(operation);
        return calls.performWithoutRepeat(call, request).map(RequestResponse::returnValue).invoke(value -> {
            if (value == null || value.isBlank()) {
                throw new ProtocolException(call, "eSign answered without a value", null);
            }
        });
    }

    private String salt() {
        return config.salt().orElseThrow();
    }
}
