package dev.esign.runtime;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLHandshakeException;

import dev.esign.AuthenticationException;
import dev.esign.EsignException;
import dev.esign.EsignTimeoutException;
import dev.esign.FailedCall;
import dev.esign.NotFoundException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.RateLimitedException;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.rest.DocumentUnreadableException;
import dev.esign.rest.ErrorStatusException;
import dev.esign.rest.UnreadableAnswerException;

/**
 * Says what a technical failure means. The rule for calls that change a session: unless it is certain that eSign didn't take
 * the request, the outcome is unknown. Causes are kept only where their messages can't quote a URL, since a URL may hold the
 * API key.
 */
final class Failures {

    private Failures() {
    }

    static EsignException explain(FailedCall call, Throwable failure, UnaryOperator<String> withoutSecrets,
            Advice advice) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EsignException known) {
                return known;
            }
            if (cause instanceof DocumentUnreadableException unreadable) {
                return new ValidationException(call, unreadable.getMessage() + "; nothing was sent whole", unreadable);
            }
            if (cause instanceof ErrorStatusException status) {
                return byStatus(call.answered(status.status(), status.details().stream().map(withoutSecrets).toList()),
                        status.retryAfter().orElse(null), advice);
            }
            if (cause instanceof UnreadableAnswerException unreadable) {
                return open(call, unreadable.getMessage(), unreadable,
                        new ProtocolException(call, unreadable.getMessage() + "; " + advice.onWrongAddress(), unreadable));
            }
            if (neverConnected(cause)) {
                return new UnavailableException(call, "no connection to eSign; " + advice.onWrongAddress(), cause);
            }
            if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException) {
                return open(call, "no answer in time", null, new EsignTimeoutException(call, "no answer in time", null));
            }
            if (cause instanceof IOException) {
                return open(call, "the connection was lost", null,
                        new UnavailableException(call, "the connection was lost", null));
            }
        }
        String problem = "failed with " + failure.getClass().getName();
        return open(call, problem, null, new ProtocolException(call, problem, null));
    }

    private static EsignException byStatus(FailedCall call, Duration retryAfter, Advice advice) {
        return switch (call.httpStatus()) {
            case 401, 403 -> new AuthenticationException(call, advice.onRefusedCredentials(call.operation()), null);
            case 404 -> new NotFoundException(call, "there is nothing at this address; " + advice.onWrongAddress(), null);
            case 429 -> new RateLimitedException(call, "eSign wants fewer calls", null, retryAfter);
            case 503 -> new UnavailableException(call, "eSign can't serve the call now", null, retryAfter);
            default -> call.httpStatus() < 500 ? new ValidationException(call, "eSign refused the request", null)
                    : open(call, "eSign failed", null, new UnavailableException(call, "eSign failed", null));
        };
    }

    /** The outcome is open if the call changes something; otherwise it is just this failure. */
    private static EsignException open(FailedCall call, String problem, Throwable cause, EsignException otherwise) {
        return call.operation().changesSession()
                ? new OutcomeUnknownException(call, problem + ", so it isn't known whether eSign did it", cause)
                : otherwise;
    }

    private static boolean neverConnected(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException || cause instanceof SSLHandshakeException;
    }
}
