package dev.esign.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import dev.esign.AuthenticationException;
import dev.esign.EsignException;
import dev.esign.FailedCall;
import dev.esign.NotFoundException;
import dev.esign.Operation;
import dev.esign.OutcomeUnknownException;
import dev.esign.RateLimitedException;
import dev.esign.SessionNotReadyException;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.rest.Answer;
import dev.esign.runtime.observe.CallObservers;
import dev.esign.runtime.observe.ObservedCall;
import dev.esign.spi.TokenSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;

/**
 * Makes one call and tells success from failure: an error inside HTTP 200 is a failure, a refused token is replaced once, a
 * call that changes nothing is repeated when eSign asks to come back later, and everything that fails does so with an
 * {@link EsignException}.
 */
@Singleton
class Calls {

    private static final String USERNAME_NOT_FOUND = "username not found";
    private static final List<String> AUTHENTICATION_TEXTS = List.of("invalid token", "invalid api key",
            "invalid user account information", "bad token information");

    /** A century, for those who watch the time themselves. */
    private static final Duration NO_TIMEOUT = Duration.ofDays(36_500);

    private final EsignConfig config;
    private final CallGuard guard;
    private final Pause pause;
    private final AccountCredentials credentials;
    private final CallObservers observers;
    private final Advice advice;
    /** Asked for only when a token was refused: the source itself needs calls to be made. */
    private final Provider<TokenSource> tokens;

    Calls(EsignConfig config, CallGuard guard, Pause pause, AccountCredentials credentials, CallObservers observers,
            Provider<TokenSource> tokens) {
        this.config = config;
        this.guard = guard;
        this.pause = pause;
        this.credentials = credentials;
        this.observers = observers;
        this.advice = new Advice(credentials.settings());
        this.tokens = tokens;
    }

    /** The call, with the name of the account. */
    FailedCall named(FailedCall call) {
        return call.by(credentials.settings().account());
    }

    /** Sends what {@code request} makes; sends it once more when its token was refused. */
    <A extends Answer> Uni<A> perform(FailedCall call, Supplier<Uni<A>> request) {
        return perform(call, request, UnaryOperator.identity());
    }

    /** Sends likewise; {@code cleaning} takes out of eSign's texts what is secret in this call only. */
    <A extends Answer> Uni<A> perform(FailedCall call, Supplier<Uni<A>> request, UnaryOperator<String> cleaning) {
        return observed(new Attempt<>(call, config.timeout(), request, () -> !call.operation().changesSession(),
                text -> cleaning.apply(credentials.withoutSecrets(text))));
    }

    /** Sends documents: with a time-out of its own, and with knowledge of whether anything has left. */
    <A extends Answer> Uni<A> performUpload(FailedCall call, Duration timeout, BooleanSupplier nothingSent,
            Supplier<Uni<A>> request) {
        return observed(new Attempt<>(call, timeout, request, nothingSent, credentials::withoutSecrets));
    }

    /** Sends what {@code request} makes and reads the answer while it arrives, for as long as that takes. */
    <A extends Answer> Uni<A> performStreamed(FailedCall call, Supplier<Uni<A>> request) {
        return observed(new Attempt<>(call, NO_TIMEOUT, request, () -> false, credentials::withoutSecrets));
    }

    /** Sends what {@code request} makes to get a token; that happens inside another call. */
    <A extends Answer> Uni<A> performForToken(FailedCall call, Supplier<Uni<A>> request) {
        Attempt<A> attempt = new Attempt<>(call, config.timeout(), request, () -> true, credentials::withoutSecrets);
        return observers.observe(call, observed -> once(attempt, observed));
    }

    /** Lets a later step, on whatever thread it runs, belong to the call on whose behalf this is called. */
    <T, R> Function<T, Uni<? extends R>> carried(Function<T, Uni<R>> step) {
        return observers.carried(step);
    }

    /**
     * How a call is made.
     *
     * @param <A> what eSign answers
     * @param call the call
     * @param timeout the longest it may take
     * @param request makes and sends it, each time it is subscribed to
     * @param harmless whether it may be sent again if the connection was closed before it was used
     * @param cleaning takes secrets out of eSign's texts
     */
    private record Attempt<A extends Answer>(FailedCall call, Duration timeout, Supplier<Uni<A>> request,
            BooleanSupplier harmless, UnaryOperator<String> cleaning) {
    }

    private <A extends Answer> Uni<A> observed(Attempt<A> attempt) {
        return observers.observe(attempt.call(), observed -> guarded(attempt, observed));
    }

    private <A extends Answer> Uni<A> guarded(Attempt<A> attempt, ObservedCall observed) {
        FailedCall call = attempt.call();
        return Uni.createFrom().deferred(() -> {
            Cancellation cancellation = new Cancellation();
            return guard.call(() -> cancellation.ends(once(attempt, observed)
                    .onFailure(failure -> tokenRefused(call, failure)).recoverWithUni(() -> {
                        tokens.get().refused();
                        return once(attempt, observed);
                    }))).onCancellation().invoke(cancellation::cancel);
        })
                .onFailure(CircuitBreakerOpenException.class).transform(open -> new UnavailableException(call,
                        "eSign hasn't answered most of the latest calls and is left alone for a while", null))
                .onFailure(BulkheadException.class).transform(full -> new UnavailableException(call,
                        "too many calls are waiting already (" + advice.onFullBulkhead() + ")", null));
    }

    private <A extends Answer> Uni<A> once(Attempt<A> attempt, ObservedCall observed) {
        FailedCall call = attempt.call();
        Uni<A> once = observers.sending(observed, attempt.request())
                // A kept connection can be closed by the other end at the moment it is wanted again.
                .onFailure(failure -> failure instanceof HttpClosedException && attempt.harmless().getAsBoolean()).retry()
                .atMost(2)
                .ifNoItem().after(attempt.timeout()).fail()
                .onItem().invoke(answer -> check(call, answer, attempt.cleaning()))
                .onFailure(failure -> !(failure instanceof EsignException))
                .transform(failure -> Failures.explain(call, failure, attempt.cleaning(), advice));
        return call.operation().changesSession() ? once : comingBack(once, config.retryAfter().maxRetries());
    }

    /** Repeats a call that eSign wants later, after the time that eSign wants. */
    private <T> Uni<T> comingBack(Uni<T> call, int retries) {
        if (retries == 0) {
            return call;
        }
        return call.onFailure(failure -> askedToWait(failure).isPresent())
                .recoverWithUni(failure -> pause.reactive(askedToWait(failure).orElseThrow())
                        .flatMap(waited -> comingBack(call, retries - 1)));
    }

    private Optional<Duration> askedToWait(Throwable failure) {
        Optional<Duration> wait = failure instanceof RateLimitedException limited ? limited.retryAfter()
                : failure instanceof UnavailableException unavailable ? unavailable.retryAfter() : Optional.empty();
        return wait.filter(duration -> duration.compareTo(config.retryAfter().maxWait()) <= 0);
    }

    /** For calls that are documented to answer True or False: anything else leaves open what happened. */
    static void requireTrue(FailedCall call, Answer answer) {
        boolean done = "True".equalsIgnoreCase(answer.returnValue())
                || "Success".equalsIgnoreCase(answer.message()) && answer.returnValue() == null;
        if (!done) {
            throw new OutcomeUnknownException(call.answered(200, answer.details()),
                    "eSign answered neither True nor False, so it isn't known whether it did it", null);
        }
    }

    /** The token was refused by this very call, rather than the credentials by the call that fetches tokens. */
    private static boolean tokenRefused(FailedCall call, Throwable failure) {
        return failure instanceof AuthenticationException refused && refused.operation() == call.operation();
    }

    private void check(FailedCall call, Answer answer, UnaryOperator<String> cleaning) {
        if (answer == null) {
            throw new AuthenticationException(call.answered(200, List.of()),
                    advice.onRefusedCredentials(call.operation()) + " (it answered null)", null);
        }
        if (answer.isError()) {
            throw refusal(call.answered(200, answer.details().stream().map(cleaning).toList()));
        }
    }

    private EsignException refusal(FailedCall call) {
        if (mentions(call, AUTHENTICATION_TEXTS)) {
            return new AuthenticationException(call, advice.onRefusedCredentials(call.operation()), null);
        }
        if (mentions(call, List.of(USERNAME_NOT_FOUND))) {
            return new NotFoundException(
                    FailedCall.of(call.operation()).by(call.account()).answered(call.httpStatus(), call.texts()),
                    "eSign doesn't know the user; " + advice.onUnknownUser(), null);
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
}
