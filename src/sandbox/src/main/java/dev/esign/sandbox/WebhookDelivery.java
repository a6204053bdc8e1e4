package dev.esign.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A message for a receiver, and how it went so far. Immutable.
 *
 * @param id a number as text, rising from 1
 * @param repeats the id of the delivery that this one repeats, if it was asked for by hand
 * @param target {@link WebhookTarget#id()} of the receiver
 * @param url the receiver's URL without what may be secret, as {@link WebhookTarget#masked()}
 * @param sessionId the message's {@code SigningSessionId}, a GUID
 * @param signerId the message's {@code SignerId}, absent unless it is about a signer
 * @param type the message's {@code Type}, {@code SessionStatus} or {@code SignerStatus}
 * @param status the message's {@code Status}, by the numbers of eSign's WebHook page
 * @param body the whole JSON
 * @param at when it happened, by the sandbox's clock
 * @param state where it stands
 * @param tries how often it was tried, and what came of it; the first one first
 * @param misbehaviours what was made to go wrong
 */
public record WebhookDelivery(String id, Optional<String> repeats, String target, String url, String sessionId,
        Optional<String> signerId, String type, int status, String body, Instant at, State state, List<Try> tries,
        Set<WebhookMisbehaviour> misbehaviours) {

    /** Where a delivery stands. */
    public enum State {
        /** It waits or is being sent. */
        PENDING,
        /** The receiver answered with a 2xx status. */
        DELIVERED,
        /** It was given up: the last of the {@link WebhookDelivery#tries()} says why. */
        FAILED,
        /** It will not be sent (any more): too much was waiting already, or its receiver was removed. */
        DROPPED
    }

    /** Why a try failed. */
    public enum Failure {
        /** The host's name has no address. */
        UNKNOWN_HOST,
        /** Nothing listens there, or no way leads there. */
        UNREACHABLE,
        /** The TLS handshake failed; a certificate that isn't trusted, for one. */
        TLS,
        /** There was no answer in time. */
        TIMEOUT,
        /** The connection ended before an answer. */
        BROKEN_CONNECTION,
        /** What came back isn't HTTP. */
        NOT_HTTP,
        /** The answer's status isn't 2xx; redirects are not followed. */
        STATUS
    }

    /**
     * One POST.
     *
     * @param at when it began, by the sandbox's clock
     * @param took how long it took
     * @param statusCode the HTTP status of the answer, if there was one
     * @param failure why it failed, if it did
     */
    public record Try(Instant at, Duration took, OptionalInt statusCode, Optional<Failure> failure) {
    }

    /**
     * Whether it will not be tried again.
     *
     * @return {@code false} while it is pending
     */
    public boolean isFinished() {
        return state != State.PENDING;
    }

    /** The body stays out of logs: it has the session's title. */
    @Override
    public String toString() {
        return "WebhookDelivery[" + id + ", " + url + ", " + type + " " + status + ", " + state + ", tries=" + tries.size()
                + "]";
    }
}
