package dev.esign.testing;

import java.time.Duration;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.Fault;
import dev.esign.sandbox.RetryAfter;

/**
 * The troubles that an application that sends documents should cope with, by what {@code SigningSessions} makes of each. They
 * end by {@link Fault#remove()}, by {@code sandbox.faults().clear()} and by a reset of the sandbox; {@link Fault#hits()} tells
 * whether they came about. More of them are set up by {@link EsignSandbox#faults()}.
 */
public final class Troubles {

    private Troubles() {
    }

    /**
     * eSign is down: all calls are answered 503. The application gets an {@link dev.esign.UnavailableException}.
     *
     * @param sandbox the sandbox
     * @return the fault, which lasts until it is removed
     */
    public static Fault unavailable(EsignSandbox sandbox) {
        return sandbox.faults().always().status(503);
    }

    /**
     * eSign wants fewer calls: the next ones of a method are answered 429. The application gets a
     * {@link dev.esign.RateLimitedException}, unless they are repeated after the time that eSign asks for and get through
     * ({@code quarkus.esign.retry-after.*}).
     *
     * @param sandbox the sandbox
     * @param operation the documented name of the method, such as {@code CreateSession}
     * @param calls how many, at least 1
     * @param retryAfter when the client may try again, in whole seconds
     * @return the fault
     */
    public static Fault tooManyCalls(EsignSandbox sandbox, String operation, int calls, Duration retryAfter) {
        return sandbox.faults().next(calls).of(operation).status(429, RetryAfter.seconds(retryAfter));
    }

    /**
     * Tokens are refused: every call of a method is answered {@code null}. The application gets an
     * {@link dev.esign.AuthenticationException}.
     *
     * @param sandbox the sandbox
     * @param operation the documented name of the method, such as {@code GetSession}
     * @return the fault, which lasts until it is removed
     */
    public static Fault refusedTokens(EsignSandbox sandbox, String operation) {
        return sandbox.faults().always().of(operation).answerNull();
    }

    /**
     * eSign refuses what it is sent. For CreateSession and UpdateSession the application gets a
     * {@link dev.esign.ValidationException} that holds the texts.
     *
     * @param sandbox the sandbox
     * @param operation the documented name of the method, such as {@code CreateSession}
     * @param texts what eSign says
     * @return the fault, which hits the next call
     */
    public static Fault refused(EsignSandbox sandbox, String operation, String... texts) {
        return sandbox.faults().next(1).of(operation).answerErrors(texts);
    }

    /**
     * Anchor tags are still being processed: starts are refused. The application waits and tries again; it gets a
     * {@link dev.esign.SessionNotReadyException} when its tries ({@code quarkus.esign.start.max-retries}) are spent.
     *
     * @param sandbox the sandbox
     * @param starts how many are refused, at least 1
     * @return the fault
     */
    public static Fault notReady(EsignSandbox sandbox, int starts) {
        return sandbox.faults().next(starts).notReady();
    }

    /**
     * The next session is created, but the answer gets lost. The application gets its id all the same, since the client looks
     * it up by its transaction id.
     *
     * @param sandbox the sandbox
     * @return the fault
     */
    public static Fault lostCreate(EsignSandbox sandbox) {
        return sandbox.faults().next(1).of("CreateSession").loseTheAnswer();
    }

    /**
     * The next session is created, but the answer gets lost, and the look-up fails, too. The application gets an
     * {@link dev.esign.OutcomeUnknownException}: only later can it find out that there is a session.
     *
     * @param sandbox the sandbox
     * @return the fault of the look-up, which lasts until it is removed
     */
    public static Fault unknownCreate(EsignSandbox sandbox) {
        lostCreate(sandbox);
        return sandbox.faults().always().of("GetSessionsLiteByTransactionId").status(503);
    }

    /**
     * Something in between answers with pages of its own. For methods that only read, the application gets a
     * {@link dev.esign.ProtocolException}; for others an {@link dev.esign.OutcomeUnknownException}.
     *
     * @param sandbox the sandbox
     * @param operation the documented name of the method, such as {@code GetSession}
     * @return the fault, which lasts until it is removed
     */
    public static Fault foreignAnswers(EsignSandbox sandbox, String operation) {
        return sandbox.faults().always().of(operation).answerHtml();
    }
}
