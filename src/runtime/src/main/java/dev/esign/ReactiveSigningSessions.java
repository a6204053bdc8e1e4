package dev.esign;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Retry;

import dev.esign.model.ActionLogEntry;
import dev.esign.model.NewSession;
import dev.esign.model.PurgeTime;
import dev.esign.model.Session;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionSummary;
import dev.esign.model.SessionUpdate;
import dev.esign.runtime.SessionCreation;
import dev.esign.runtime.SessionLifecycle;
import dev.esign.runtime.SessionLists;
import dev.esign.runtime.SessionOperations;
import dev.esign.runtime.SignIn;
import io.quarkus.arc.DefaultBean;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Multi;
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
    private final SessionCreation creation;
    private final SessionLifecycle lifecycle;
    private final SessionLists lists;
    private final SignIn signIn;

    @Inject
    ReactiveSigningSessions(SessionOperations operations, SessionCreation creation, SessionLifecycle lifecycle,
            SessionLists lists, SignIn signIn) {
        this.operations = operations;
        this.creation = creation;
        this.lifecycle = lifecycle;
        this.lists = lists;
        this.signIn = signIn;
    }

    /**
     * For a subclass that overrides every method, to stand in for eSign in tests; what it doesn't override fails with
     * {@link NullPointerException}.
     */
    protected ReactiveSigningSessions() {
        this(null, null, null, null, null);
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
        return creation.create(session, progress);
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
     * Sends a session with the configured return URL, as {@link SigningSessions#send(NewSession)}.
     *
     * @param session title, settings, documents and signers
     * @return the session's identity
     */
    public Uni<SessionId> send(NewSession session) {
        return send(session, null);
    }

    /**
     * Creates a session and starts it, once for its transaction id, as {@link SigningSessions#send(NewSession, URI)}.
     *
     * @param session title, settings, documents and signers
     * @param returnUrl the caller's host URL; null for the configured one
     * @return the session's identity
     */
    public Uni<SessionId> send(NewSession session, URI returnUrl) {
        return creation.findOrCreate(session, UploadProgress.NONE)
                .call(found -> found.started() ? Uni.createFrom().voidItem() : start(found.id(), returnUrl))
                .map(SessionCreation.Found::id);
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
        return signIn.url(sessionId);
    }

    /**
     * Takes a started session back for editing, as {@link SigningSessions#pause(SessionId)}.
     *
     * @param sessionId the session
     * @return completes when the session is paused
     */
    public Uni<Void> pause(SessionId sessionId) {
        return lifecycle.pause(sessionId);
    }

    /**
     * Cancels a session with the configured return URL, as {@link SigningSessions#cancel(SessionId)}.
     *
     * @param sessionId the session
     * @return completes when the session is cancelled
     */
    public Uni<Void> cancel(SessionId sessionId) {
        return cancel(sessionId, null);
    }

    /**
     * Cancels a session, as {@link SigningSessions#cancel(SessionId, URI)}.
     *
     * @param sessionId the session
     * @param returnUrl the caller's host URL; null for the configured one
     * @return completes when the session is cancelled
     */
    public Uni<Void> cancel(SessionId sessionId, URI returnUrl) {
        return lifecycle.cancel(sessionId, returnUrl);
    }

    /**
     * Closes a session with the configured return URL, as {@link SigningSessions#close(SessionId)}.
     *
     * @param sessionId the session
     * @return completes when the session is closed
     */
    public Uni<Void> close(SessionId sessionId) {
        return close(sessionId, null);
    }

    /**
     * Closes a session, as {@link SigningSessions#close(SessionId, URI)}.
     *
     * @param sessionId the session
     * @param returnUrl the caller's host URL; null for the configured one
     * @return completes when the session is closed
     */
    public Uni<Void> close(SessionId sessionId, URI returnUrl) {
        return lifecycle.close(sessionId, returnUrl);
    }

    /**
     * Copies a session, as {@link SigningSessions#copy(SessionCopy)}.
     *
     * @param copy the session to copy, and what differs in the copy
     * @return the copy's identity
     */
    public Uni<SessionId> copy(SessionCopy copy) {
        return lifecycle.copy(copy);
    }

    /**
     * Deletes a session, as {@link SigningSessions#delete(SessionId)}.
     *
     * @param sessionId the session
     * @return completes when the session is deleted
     */
    public Uni<Void> delete(SessionId sessionId) {
        return lifecycle.delete(sessionId);
    }

    /**
     * Purges the documents of a session with the configured return URL, as
     * {@link SigningSessions#purge(SessionId, PurgeTime)}.
     *
     * @param sessionId the session
     * @param time at once, or after the waiting time, within which it can be taken back
     * @return completes when eSign has taken the order
     */
    public Uni<Void> purge(SessionId sessionId, PurgeTime time) {
        return purge(sessionId, time, null);
    }

    /**
     * Purges the documents of a completed, expired or cancelled session, as
     * {@link SigningSessions#purge(SessionId, PurgeTime, URI)}.
     *
     * @param sessionId the session
     * @param time at once, or after the waiting time, within which it can be taken back
     * @param returnUrl the caller's host URL; null for the configured one
     * @return completes when eSign has taken the order
     */
    public Uni<Void> purge(SessionId sessionId, PurgeTime time, URI returnUrl) {
        return lifecycle.purge(sessionId, time, returnUrl);
    }

    /**
     * Takes a scheduled purge back, as {@link SigningSessions#cancelPurge(SessionId)}.
     *
     * @param sessionId the session
     * @return completes when the session is what it was before
     */
    public Uni<Void> cancelPurge(SessionId sessionId) {
        return lifecycle.cancelPurge(sessionId);
    }

    /**
     * Gives a session another transaction id, as {@link SigningSessions#updateTransactionId(SessionId, String)}.
     *
     * @param sessionId the session
     * @param transactionId the caller's new id, not blank
     * @return completes when the session has its new id
     */
    public Uni<Void> updateTransactionId(SessionId sessionId, String transactionId) {
        return lifecycle.updateTransactionId(sessionId, transactionId);
    }

    /**
     * Tells what happened to a session, as {@link SigningSessions#actionLog(SessionId)}.
     *
     * @param sessionId the session
     * @return the entries, in the order of the answer
     */
    public Uni<List<ActionLogEntry>> actionLog(SessionId sessionId) {
        return lists.actionLog(sessionId);
    }

    /**
     * Lists the archived sessions that the account may see, as {@link SigningSessions#archived()}.
     *
     * @return the rows
     */
    public Multi<SessionSummary> archived() {
        return lists.archived().multi();
    }

    /**
     * Lists the deleted sessions that the account may see, as {@link SigningSessions#deleted()}.
     *
     * @return the rows
     */
    public Multi<SessionSummary> deleted() {
        return lists.deleted().multi();
    }

    /**
     * Lists the expired sessions that the account may see, as {@link SigningSessions#expired()}.
     *
     * @return the rows
     */
    public Multi<SessionSummary> expired() {
        return lists.expired().multi();
    }

    /**
     * Lists the sessions with a transaction id, as {@link SigningSessions#findByTransactionId(String)}.
     *
     * @param transactionId the caller's id, not blank
     * @return the rows, the oldest session first
     */
    public Multi<SessionSummary> findByTransactionId(String transactionId) {
        return lists.findByTransactionId(transactionId).multi();
    }

    /**
     * Reads the sessions with a transaction id whole, as {@link SigningSessions#findByTransactionIdInFull(String)}.
     *
     * @param transactionId the caller's id, not blank
     * @return the sessions
     */
    public Uni<List<Session>> findByTransactionIdInFull(String transactionId) {
        return lists.findByTransactionIdInFull(transactionId);
    }

    /**
     * Makes an address of eSign 2.0 at which the sessions' owner is signed in, as
     * {@link SigningSessions#signInUrl(SignInPage)}.
     *
     * @param page the page and how it looks
     * @return the address; show it to the owner only
     */
    public Uni<SignInUrl> signInUrl(SignInPage page) {
        return signIn.url(page);
    }
}
