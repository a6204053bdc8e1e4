package dev.esign;

import java.net.URI;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Retry;

import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.runtime.SessionOperations;
import dev.esign.runtime.Threads;
import io.quarkus.arc.DefaultBean;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;

/**
 * Signing sessions: inject it, create a session with documents and signers, start it, and follow it. Each method blocks
 * until eSign has answered, so call it from worker or virtual threads. Thread-safe.
 * <p>
 * Every failure is an {@link EsignException}, whose kinds say what to do. Besides those, methods throw
 * {@link IllegalArgumentException} for arguments that can't be sent, {@link IllegalStateException} when called on an event
 * loop, and {@link io.quarkus.runtime.configuration.ConfigurationException} while required settings are missing.
 */
@DefaultBean
@ApplicationScoped
public class SigningSessions {

    private final SessionOperations operations;

    SigningSessions(SessionOperations operations) {
        this.operations = operations;
    }

    /**
     * Creates a session (CreateSession). It isn't repeated after a lost answer, so it can't create two.
     *
     * @param session title, settings, documents and signers
     * @return the new session's identity
     * @throws OutcomeUnknownException when the answer was lost; the session can be found by its transaction id
     * @throws ValidationException when eSign refused the session, or a document couldn't be read
     */
    public SessionId create(NewSession session) {
        return create(session, UploadProgress.NONE);
    }

    /**
     * Creates a session, as {@link #create(NewSession)}, and tells how its documents are sent.
     *
     * @param session title, settings, documents and signers
     * @param progress told about the bytes as they are sent
     * @return the new session's identity
     */
    public SessionId create(NewSession session, UploadProgress progress) {
        return await(operations.create(session, progress));
    }

    /**
     * Changes a session (UpdateSession): replaces the settings that are given, adds documents and signers.
     *
     * @param update the changes
     * @throws InvalidSessionStateException when the session is completed, cancelled, deleted, purged, expired or archived
     * @throws OutcomeUnknownException when the answer was lost
     * @throws ValidationException when eSign refused the changes, or a document couldn't be read
     */
    public void update(SessionUpdate update) {
        update(update, UploadProgress.NONE);
    }

    /**
     * Changes a session, as {@link #update(SessionUpdate)}, and tells how its documents are sent.
     *
     * @param update the changes
     * @param progress told about the bytes as they are sent
     */
    public void update(SessionUpdate update, UploadProgress progress) {
        await(operations.update(update, progress));
    }

    /**
     * Starts a session with the configured return URL ({@code quarkus.esign.return-url}).
     *
     * @param sessionId the session
     * @see #start(SessionId, URI)
     */
    public void start(SessionId sessionId) {
        start(sessionId, null);
    }

    /**
     * Starts a session (StartSession), so that its signers are invited. eSign refuses while it processes anchor tags: the
     * first try waits until that is likely to be over, and a refusal is tried again with growing waits. Both are configured
     * by {@code quarkus.esign.start.*} or by the standard keys of MicroProfile Fault Tolerance.
     *
     * @param sessionId the session
     * @param returnUrl the caller's host URL; null for the configured one
     * @throws SessionNotReadyException when eSign still refuses after the last try; its texts say what is missing
     * @throws InvalidSessionStateException when the session's status doesn't allow it, for example because it was started
     * @throws OutcomeUnknownException when the answer was lost and the session can't be read either
     */
    @Delay(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 12, delay = 1, delayUnit = ChronoUnit.SECONDS, jitter = 250, maxDuration = 60, durationUnit = ChronoUnit.SECONDS, retryOn = SessionNotReadyException.class)
    @ExponentialBackoff(factor = 2, maxDelay = 8, maxDelayUnit = ChronoUnit.SECONDS)
    public void start(SessionId sessionId, URI returnUrl) {
        await(operations.start(sessionId, returnUrl));
    }

    /**
     * Reads a session (GetSession).
     *
     * @param sessionId the session
     * @return the session as eSign holds it now
     * @throws NotFoundException when eSign answers that there is none
     */
    public Session get(SessionId sessionId) {
        return await(operations.get(sessionId));
    }

    /**
     * Makes an address at which the sessions' owner is signed in and sees the session ({@code page=continue}), for example to
     * place fields by hand. It holds a fresh token.
     *
     * @param sessionId the session
     * @return the address; show it to the owner only
     */
    public SignInUrl signInUrl(SessionId sessionId) {
        return await(operations.signInUrl(sessionId));
    }

    private static <T> T await(Uni<T> uni) {
        Threads.requireBlocking();
        return uni.await().indefinitely();
    }
}
