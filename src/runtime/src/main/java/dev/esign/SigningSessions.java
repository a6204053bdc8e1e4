package dev.esign;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

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
import dev.esign.runtime.Threads;
import io.quarkus.arc.DefaultBean;
import io.smallrye.faulttolerance.api.ExponentialBackoff;

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
    private final SessionCreation creation;
    private final SessionLifecycle lifecycle;
    private final SessionLists lists;
    private final SignIn signIn;

    @Inject
    SigningSessions(SessionOperations operations, SessionCreation creation, SessionLifecycle lifecycle, SessionLists lists,
            SignIn signIn) {
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
    protected SigningSessions() {
        this(null, null, null, null, null);
    }

    /**
     * Creates a session (CreateSession). After a lost answer the session is looked for by its transaction
     * id, and adopted if it is there; it isn't created again, so there can't be two.
     *
     * @param session title, settings, documents and signers
     * @return the new session's identity
     * @throws OutcomeUnknownException when the answer was lost and the session isn't found by its transaction id
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
        return Threads.await(creation.create(session, progress));
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
        Threads.await(operations.update(update, progress));
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
        Threads.await(operations.start(sessionId, returnUrl));
    }

    /**
     * Sends a session with the configured return URL, as {@link #send(NewSession, URI)}.
     *
     * @param session title, settings, documents and signers
     * @return the session's identity
     */
    public SessionId send(NewSession session) {
        return send(session, null);
    }

    /**
     * Creates a session and starts it, once for its transaction id: the id is looked up first, so that a call which was
     * broken off at any point, even by the end of the process, may be repeated with the same id. A session that has the id
     * and was started is left alone; one that waits is started.
     *
     * @param session title, settings, documents and signers
     * @param returnUrl the caller's host URL; null for the configured one
     * @return the session's identity
     * @throws InvalidSessionStateException when the session of this id is cancelled, deleted or expired, or there are several
     * @throws OutcomeUnknownException when an answer was lost and the session can't be found out about; repeat it later
     * @throws SessionNotReadyException when eSign still refuses to start after the last try; its texts say what is missing
     */
    public SessionId send(NewSession session, URI returnUrl) {
        SessionCreation.Found found = Threads.await(creation.findOrCreate(session, UploadProgress.NONE));
        if (!found.started()) {
            start(found.id(), returnUrl);
        }
        return found.id();
    }

    /**
     * Reads a session (GetSession).
     *
     * @param sessionId the session
     * @return the session as eSign holds it now
     * @throws NotFoundException when eSign answers that there is none
     */
    public Session get(SessionId sessionId) {
        return Threads.await(operations.get(sessionId));
    }

    /**
     * Makes an address at which the sessions' owner is signed in and sees the session ({@code page=continue}), for example to
     * place fields by hand. It holds a fresh token.
     *
     * @param sessionId the session
     * @return the address; show it to the owner only
     */
    public SignInUrl signInUrl(SessionId sessionId) {
        return Threads.await(signIn.url(sessionId));
    }

    /**
     * Takes a started session back for editing (Edit/Pause Session); it can be changed and started again.
     *
     * @param sessionId the session
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void pause(SessionId sessionId) {
        Threads.await(lifecycle.pause(sessionId));
    }

    /**
     * Cancels a session with the configured return URL ({@code quarkus.esign.return-url}).
     *
     * @param sessionId the session
     * @see #cancel(SessionId, URI)
     */
    public void cancel(SessionId sessionId) {
        cancel(sessionId, null);
    }

    /**
     * Cancels a session (CancelSession).
     *
     * @param sessionId the session
     * @param returnUrl the caller's host URL; null for the configured one
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void cancel(SessionId sessionId, URI returnUrl) {
        Threads.await(lifecycle.cancel(sessionId, returnUrl));
    }

    /**
     * Closes a session with the configured return URL ({@code quarkus.esign.return-url}).
     *
     * @param sessionId the session
     * @see #close(SessionId, URI)
     */
    public void close(SessionId sessionId) {
        close(sessionId, null);
    }

    /**
     * Closes a session (CloseSession).
     *
     * @param sessionId the session
     * @param returnUrl the caller's host URL; null for the configured one
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void close(SessionId sessionId, URI returnUrl) {
        Threads.await(lifecycle.close(sessionId, returnUrl));
    }

    /**
     * Copies a session (CopySigningSession). It isn't repeated after a lost answer, so it can't make two copies.
     *
     * @param copy the session to copy, and what differs in the copy
     * @return the copy's identity
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost; the copy can be found by its transaction id
     */
    public SessionId copy(SessionCopy copy) {
        return Threads.await(lifecycle.copy(copy));
    }

    /**
     * Deletes a session (DeleteSession).
     *
     * @param sessionId the session
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void delete(SessionId sessionId) {
        Threads.await(lifecycle.delete(sessionId));
    }

    /**
     * Purges the documents of a session with the configured return URL ({@code quarkus.esign.return-url}).
     *
     * @param sessionId the session
     * @param time at once, or after the waiting time, within which it can be taken back
     * @see #purge(SessionId, PurgeTime, URI)
     */
    public void purge(SessionId sessionId, PurgeTime time) {
        purge(sessionId, time, null);
    }

    /**
     * Purges the documents of a completed, expired or cancelled session (PurgeSessionDocs).
     *
     * @param sessionId the session
     * @param time at once, or after the waiting time, within which it can be taken back
     * @param returnUrl the caller's host URL; null for the configured one
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void purge(SessionId sessionId, PurgeTime time, URI returnUrl) {
        Threads.await(lifecycle.purge(sessionId, time, returnUrl));
    }

    /**
     * Takes a scheduled purge back (CancelPurgingSession).
     *
     * @param sessionId the session
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void cancelPurge(SessionId sessionId) {
        Threads.await(lifecycle.cancelPurge(sessionId));
    }

    /**
     * Gives a session another transaction id (UpdateTransactionId), while it is in draft, sent or paused.
     *
     * @param sessionId the session
     * @param transactionId the caller's new id, not blank
     * @throws ValidationException when eSign refused; its texts say why
     * @throws OutcomeUnknownException when the answer was lost
     */
    public void updateTransactionId(SessionId sessionId, String transactionId) {
        Threads.await(lifecycle.updateTransactionId(sessionId, transactionId));
    }

    /**
     * Tells what happened to a session (GetSessionActionLogs).
     *
     * @param sessionId the session
     * @return the entries, in the order of the answer
     */
    public List<ActionLogEntry> actionLog(SessionId sessionId) {
        return Threads.await(lists.actionLog(sessionId));
    }

    /**
     * Lists the archived sessions that the account may see (GetArchivedSessions). Fetched page by page while the stream is
     * read; a list that changes meanwhile may repeat or miss a row.
     *
     * @return the rows
     */
    public Stream<SessionSummary> archived() {
        return lists.archived().stream();
    }

    /**
     * Lists the deleted sessions that the account may see (GetDeletedSessions). Fetched page by page while the stream is
     * read; a list that changes meanwhile may repeat or miss a row.
     *
     * @return the rows
     */
    public Stream<SessionSummary> deleted() {
        return lists.deleted().stream();
    }

    /**
     * Lists the expired sessions that the account may see (GetExpiredSessions). Fetched page by page while the stream is
     * read; a list that changes meanwhile may repeat or miss a row.
     *
     * @return the rows
     */
    public Stream<SessionSummary> expired() {
        return lists.expired().stream();
    }

    /**
     * Lists the sessions with a transaction id (GetSessionsLiteByTransactionId), for example to look for one whose create was
     * lost. Fetched page by page while the stream is read; a list that changes meanwhile may repeat or miss a row.
     *
     * @param transactionId the caller's id, not blank
     * @return the rows, the oldest session first
     */
    public Stream<SessionSummary> findByTransactionId(String transactionId) {
        return lists.findByTransactionId(transactionId).stream();
    }

    /**
     * Reads the sessions with a transaction id whole (GetSessionsByTransactionId), which eSign means to give up;
     * its documentation prefers {@link #findByTransactionId(String)}.
     *
     * @param transactionId the caller's id, not blank
     * @return the sessions
     */
    public List<Session> findByTransactionIdInFull(String transactionId) {
        return Threads.await(lists.findByTransactionIdInFull(transactionId));
    }

    /**
     * Makes an address of eSign 2.0 at which the sessions' owner is signed in. It holds a fresh token.
     *
     * @param page the page and how it looks
     * @return the address; show it to the owner only
     */
    public SignInUrl signInUrl(SignInPage page) {
        return Threads.await(signIn.url(page));
    }
}
