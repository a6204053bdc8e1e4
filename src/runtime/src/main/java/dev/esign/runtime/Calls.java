package dev.esign.runtime;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import dev.esign.AuthenticationException;
import dev.esign.EsignException;
import dev.esign.FailedCall;
import dev.esign.NotFoundException;
import dev.esign.Operation;
import dev.esign.SessionNotReadyException;
import dev.esign.ValidationException;
import dev.esign.rest.Answer;
import io.smallrye.mutiny.Uni;

/**
 * Makes one call and tells success from failure: an error inside HTTP 200 is a failure, a refused token is replaced once, and
 * everything that fails does so with an {@link EsignException}.
 */
@Singleton
class Calls {

    private static final String USERNAME_NOT_FOUND = "username not found";
    private static final List<String> AUTHENTICATION_TEXTS = List.of("invalid token", "invalid api key",
            "invalid user account information", "bad token information");

    private final EsignConfig config;

    Calls(EsignConfig config) {
        this.config = config;
    }

    /** Sends what {@code request} makes; sends it once more when its token was refused. */
    <A extends Answer> Uni<A> perform(FailedCall call, Supplier<Uni<A>> request) {
        return performWithoutRepeat(call, request).onFailure(failure -> tokenRefused(call, failure)).retry().atMost(1);
    }

    /** Sends what {@code request} makes, once. */
    <A extends Answer> Uni<A> performWithoutRepeat(FailedCall call, Supplier<Uni<A>> request) {
        return Uni.createFrom().deferred(() -> request.get())
                .onItem().invoke(answer -> check(call, answer))
                .onFailure(failure -> !(failure instanceof EsignException))
                .transform(failure -> Failures.explain(call, failure, this::withoutSecrets));
    }

    /** The token was refused by this very call, rather than the credentials by the call that fetches tokens. */
    private static boolean tokenRefused(FailedCall call, Throwable failure) {
        return failure instanceof AuthenticationException refused && refused.operation() == call.operation();
    }

    private void check(FailedCall call, Answer answer) {
        if (answer == null) {
            throw new AuthenticationException(call.answered(200, List.of()),
                    "eSign answered null, which it does when it refuses the token", null);
        }
        if (answer.isError()) {
            throw refusal(call.answered(200, answer.details().stream().map(this::withoutSecrets).toList()));
        }
    }

    private static EsignException refusal(FailedCall call) {
        if (mentions(call, AUTHENTICATION_TEXTS)) {
            return new AuthenticationException(call, "eSign refused the credentials or the token", null);
        }
        if (mentions(call, List.of(USERNAME_NOT_FOUND))) {
            return new NotFoundException(FailedCall.of(call.operation()).answered(call.httpStatus(), call.texts()),
                    "eSign doesn't know the user; check quarkus.esign.username", null);
        }
        if (call.operation() == Operation.GET_SESSION) {
            // No text for an unknown session is documented; but with a good token, nothing else can be wrong.
            return new NotFoundException(call, "eSign doesn't show such a session", null);
        }
        if (call.operation() == Operation.START_SESSION) {
            return new SessionNotReadyException(call, "eSign didn't start the session", null);
        }
        return new ValidationException(call, "eSign refused", null);
    }

    private static boolean mentions(FailedCall call, List<String> phrases) {
        return call.texts().stream().map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> phrases.stream().anyMatch(text::contains));
    }

    /** eSign's texts are passed on; should one quote a credential, that is taken out. */
    private String withoutSecrets(String text) {
        return Stream.of(config.apiKey(), config.encryptedApiKey()).flatMap(secret -> secret.stream())
                .filter(secret -> !secret.isBlank())
                .reduce(text, (result, secret) -> result.replace(secret, "***"));
    }
}
