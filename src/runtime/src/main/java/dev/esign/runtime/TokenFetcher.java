package dev.esign.runtime;

import java.util.Optional;
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
import dev.esign.runtime.EsignConfig.TokenConfig;
import io.smallrye.mutiny.Uni;

/**
 * Fetches a token from eSign with the account's secret, which eSign encrypts (or which was encrypted beforehand). The cipher
 * text is kept, so that the plain secret travels once, and is made anew when eSign no longer accepts it.
 */
@Singleton
class TokenFetcher {

    private final RequiredSettings required;
    private final TokensApi api;
    private final Calls calls;
    private final EsignConfig config;
    private final SigningEvents events;
    private final AtomicReference<Uni<String>> cipherText = new AtomicReference<>();

    TokenFetcher(RequiredSettings required, @RestClient TokensApi api, Calls calls, EsignConfig config, SigningEvents events) {
        this.required = required;
        this.api = api;
        this.calls = calls;
        this.config = config;
        this.events = events;
    }

    /** A fresh token. */
    Uni<String> fetch() {
        return Uni.createFrom().deferred(() -> {
            Uni<String> kept = cipherText.get();
            Uni<String> token = encrypted().flatMap(this::fetch);
            return kept == null ? token : token.onFailure(AuthenticationException.class).recoverWithUni(() -> {
                cipherText.compareAndSet(kept, null);
                return encrypted().flatMap(this::fetch);
            });
        }).invoke(() -> events.fire(new TokenFetched()));
    }

    /** The secret in its encrypted form; callers at the same time share one encryption. */
    private Uni<String> encrypted() {
        Optional<String> beforehand = byPassword() ? config.token().encryptedPassword() : config.encryptedApiKey();
        if (beforehand.isPresent()) {
            return Uni.createFrom().item(beforehand.get());
        }
        String plain = (byPassword() ? config.token().password() : config.apiKey()).orElseThrow();
        return cipherText.updateAndGet(known -> known != null ? known
                : value(Operation.ENCRYPT_STRING, () -> api.encryptString(plain, salt()))
                        .onFailure().invoke(() -> cipherText.set(null))
                        .memoize().indefinitely());
    }

    private Uni<String> fetch(String encrypted) {
        return byPassword()
                ? value(Operation.GET_TOKEN_USER_NAME_PASSWORD,
                        () -> api.getTokenUserNamePassword(encrypted, required.username(), salt()))
                : value(Operation.GET_TOKEN, () -> api.getToken(encrypted, salt()));
    }

    private Uni<String> value(Operation operation, Supplier<Uni<RequestResponse>> request) {
        FailedCall call = FailedCall.of(operation);
        return calls.performForToken(call, request).map(RequestResponse::returnValue).invoke(value -> {
            if (value == null || value.isBlank()) {
                throw new ProtocolException(call, "eSign answered without a value", null);
            }
        });
    }

    private boolean byPassword() {
        return config.token().source() == TokenConfig.Source.USER_PASSWORD;
    }

    private String salt() {
        return config.salt().orElseThrow();
    }
}
