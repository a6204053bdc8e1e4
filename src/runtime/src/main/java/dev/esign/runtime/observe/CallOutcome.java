package dev.esign.runtime.observe;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import dev.esign.AuthenticationException;
import dev.esign.EsignException;
import dev.esign.EsignTimeoutException;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.RateLimitedException;
import dev.esign.SessionNotReadyException;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;

/** How a call ended: well, or in one of the kinds of {@link EsignException}. */
public enum CallOutcome {

    SUCCESS,
    AUTHENTICATION,
    NOT_READY,
    INVALID_STATE,
    VALIDATION,
    NOT_FOUND,
    RATE_LIMITED,
    UNAVAILABLE,
    TIMEOUT,
    OUTCOME_UNKNOWN,
    PROTOCOL,
    CANCELLED,
    /** Failed with something else: settings are missing, or an argument can't be sent. */
    OTHER;

    private static final Map<Class<? extends EsignException>, CallOutcome> KINDS = Map.of(
            AuthenticationException.class, AUTHENTICATION,
            SessionNotReadyException.class, NOT_READY,
            InvalidSessionStateException.class, INVALID_STATE,
            ValidationException.class, VALIDATION,
            NotFoundException.class, NOT_FOUND,
            RateLimitedException.class, RATE_LIMITED,
            UnavailableException.class, UNAVAILABLE,
            EsignTimeoutException.class, TIMEOUT,
            OutcomeUnknownException.class, OUTCOME_UNKNOWN,
            ProtocolException.class, PROTOCOL);

    /** Of what failed with this, or with nothing (null). */
    static CallOutcome of(Throwable failure) {
        if (failure == null) {
            return SUCCESS;
        }
        return failure instanceof CancellationException ? CANCELLED : KINDS.getOrDefault(failure.getClass(), OTHER);
    }

    /** The name as meters and logs show it: {@code not-ready}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
