package dev.esign.service.problem;

import java.util.Map;

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

/** Says which problem of the caller's a failed call of eSign is. */
final class EsignFailures {

    private static final Map<Class<? extends EsignException>, ProblemKind> KINDS = Map.of(
            AuthenticationException.class, ProblemKind.ACCOUNT_REFUSED,
            SessionNotReadyException.class, ProblemKind.SESSION_NOT_READY,
            InvalidSessionStateException.class, ProblemKind.INVALID_SESSION_STATE,
            ValidationException.class, ProblemKind.REFUSED,
            NotFoundException.class, ProblemKind.SESSION_NOT_FOUND,
            RateLimitedException.class, ProblemKind.RATE_LIMITED,
            UnavailableException.class, ProblemKind.UNAVAILABLE,
            EsignTimeoutException.class, ProblemKind.TIMEOUT,
            OutcomeUnknownException.class, ProblemKind.OUTCOME_UNKNOWN,
            ProtocolException.class, ProblemKind.UNEXPECTED_ANSWER);

    private EsignFailures() {
    }

    static ProblemKind kindOf(EsignException failure) {
        return isTheServicesOwn(failure) ? ProblemKind.ACCOUNT_REFUSED : KINDS.get(failure.getClass());
    }

    /**
     * Whether eSign blames a request for what the caller has no part in: nothing the caller named can be missing while no
     * session is named, and the calls that fetch tokens and read lists hold nothing of the caller's but a transaction id.
     */
    private static boolean isTheServicesOwn(EsignException failure) {
        return failure.sessionId().isEmpty() && (failure instanceof NotFoundException
                || failure instanceof ValidationException && !failure.operation().changesSession()
                        && failure.transactionId().isEmpty());
    }
}
