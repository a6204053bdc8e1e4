package dev.esign.runtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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
    private final AccountCredentials credentials;
    private final SigningEvents events;
    private final AtomicReference<Encryption> kept = new AtomicReference<>();

    TokenFetcher(RequiredSettings required, @RestClient TokensApi api, Calls calls, AccountCredentials credentials,
            SigningEvents events) {
        this.required = required;
        this.api = api;
        this.calls = calls;
        this.credentials = credentials;
        this.events = events;
    }

    /** A secret that eSign encrypts or has encrypted. */
    private record Encryption(Credentials credentials, Uni<String> cipherText) {
    }

    /** A fresh token. */
    Uni<String> fetch() {
        return Uni.createFrom().deferred(() -> credentials.current().flatMap(calls.carried(this::fetch)))
                .invoke(() -> events.fire(TokenFetched::new));
    }

    private Uni<String> fetch(Credentials current) {
        Encryption before = kept.get();
        Function<String, Uni<? extends String>> fetch = calls.carried(encrypted -> fetch(encrypted, current.salt()));
        Uni<String> token = encrypted(current).flatMap(fetch);
        return before == null || !before.credentials().equals(current) ? token
                : token.onFailure(AuthenticationException.class).recoverWithUni(() -> {
                    kept.compareAndSet(before, null);
                    return encrypted(current).flatMap(fetch);
                });
    }

    /** The secret in its encrypted form; callers at the same time share one encryption. */
    private Uni<String> encrypted(Credentials current) {
        if (current.encrypted()) {
            return Uni.createFrom().item(current.secret());
        }
        return kept.updateAndGet(known -> known != null && known.credentials().equals(current) ? known : encryption(current))
                .cipherText();
    }

    private Encryption encryption(Credentials current) {
        return new Encryption(current,
                value(Operation.ENCRYPT_STRING, () -> api.encryptString(current.secret(), current.salt()))
                        .onFailure().invoke(() -> kept.set(null))
                        .memoize().indefinitely());
    }

    private Uni<String> fetch(String encrypted, String salt) {
        return credentials.byPassword()
                ? value(Operation.GET_TOKEN_USER_NAME_PASSWORD,
                        () -> api.getTokenUserNamePassword(encrypted, required.username(), salt))
                : value(Operation.GET_TOKEN, () -> api.getToken(encrypted, salt));
    }

    private Uni<String> value(Operation operation, Supplier<Uni<RequestResponse>> request) {
        FailedCall call = calls.named(FailedCall.of(operation));
        return calls.performForToken(call, request).map(RequestResponse::returnValue).invoke(value -> {
            if (value == null || value.isBlank()) {
                throw new ProtocolException(call, "eSign answered without a value", null);
            }
        });
    }
}
