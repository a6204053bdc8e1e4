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
import io.quarkus.arc.DefaultBean;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;

/**
 * The twin of {@link SigningSessions} for reactive applications: the same operations with the same behaviour, but nothing
 * happens before a returned {@link Uni} is subscribed to, no thread waits, and failures arrive in the {@code Uni}. Safe on
 * event loops; items and failures arrive on an event loop or a worker thread. Thread-safe.
 */
@DefaultBean
@ApplicationScoped
public class ReactiveSigningSessions {

    private final SessionOperations operations;

    ReactiveSigningSessions(SessionOperations operations) {
        this.operations = operations;
    }

    /**
     * Creates a session, as {@link SigningSessions#create(NewSession)}.
     *
     * @param session title, settings, documents and signers
     * @return the new session's identity
     */
    public Uni<SessionId> create(NewSession session) {
        return create(session, UploadProgress.NONE);
    }

    /**
     * Creates a session, as {@link SigningSessions#create(NewSession, UploadProgress)}.
     *
     * @param session title, settings, documents and signers
     * @param progress told about the bytes as they are sent
     * @return the new session's identity
     */
    public Uni<SessionId> create(NewSession session, UploadProgress progress) {
        return operations.create(session, progress);
    }

    /**
     * Changes a session, as {@link SigningSessions#update(SessionUpdate)}.
     *
     * @param update the changes
     * @return completes when eSign has taken them
     */
    public Uni<Void> update(SessionUpdate update) {
        return update(update, UploadProgress.NONE);
    }

    /**
     * Changes a session, as {@link SigningSessions#update(SessionUpdate, UploadProgress)}.
     *
     * @param update the changes
     * @param progress told about the bytes as they are sent
     * @return completes when eSign has taken them
     */
    public Uni<Void> update(SessionUpdate update, UploadProgress progress) {
        return operations.update(update, progress);
    }

    /**
     * Starts a session with the configured return URL, as {@link SigningSessions#start(SessionId)}.
     *
     * @param sessionId the session
     * @return completes when the session is started
     */
    public Uni<Void> start(SessionId sessionId) {
        return start(sessionId, null);
    }

    /**
     * Starts a session, as {@link SigningSessions#start(SessionId, URI)}; waits and tries again without holding a thread.
     *
     * @param sessionId the session
     * @param returnUrl the caller's host URL; null for the configured one
     * @return completes when the session is started
     */
    @Delay(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 12, delay = 1, delayUnit = ChronoUnit.SECONDS, jitter = 250, maxDuration = 60, durationUnit = ChronoUnit.SECONDS, retryOn = SessionNotReadyException.class)
    @ExponentialBackoff(factor = 2, maxDelay = 8, maxDelayUnit = ChronoUnit.SECONDS)
    public Uni<Void> start(SessionId sessionId, URI returnUrl) {
        return operations.start(sessionId, returnUrl);
    }

    /**
     * Reads a session, as {@link SigningSessions#get(SessionId)}.
     *
     * @param sessionId the session
     * @return the session as eSign holds it now
     */
    public Uni<Session> get(SessionId sessionId) {
        return operations.get(sessionId);
    }

    /**
     * Makes a sign-in address, as {@link SigningSessions#signInUrl(SessionId)}.
     *
     * @param sessionId the session
     * @return the address; show it to the owner only
     */
    public Uni<SignInUrl> signInUrl(SessionId sessionId) {
        return operations.signInUrl(sessionId);
    }
}
