package dev.esign.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.esign.EsignException;
import dev.esign.FailedCall;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.Operation;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SigningSessions;
import dev.esign.model.NewSession;
import dev.esign.model.PurgeTime;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionUpdate;

/**
 * Stands in for eSign in tests without HTTP: gives a {@link SigningSessions} and its reactive twin which keep what the
 * application wants to send, answer as if all went well, and fail on demand. Works without Quarkus; {@link EsignOutboxBeans}
 * puts
 * it into a {@code @QuarkusTest}. Thread-safe.
 *
 * <pre>
 * EsignOutbox outbox = new EsignOutbox();
 * Agreements agreements = new Agreements(outbox.signingSessions());
 * SessionId id = agreements.send(file);
 * assertThat(outbox.session(id).signers()).hasSize(2);
 * </pre>
 *
 * It has few rules: only known sessions can be used, only those in draft or paused be started, none be updated that is over,
 * and
 * {@code send} goes by the transaction id. Nothing waits and nothing is repeated; documents aren't read, and upload progress
 * isn't told. For eSign's other rules, test against the sandbox.
 */
public final class EsignOutbox {

    private final Map<SessionId, OutboxSession> sessions = new LinkedHashMap<>();
    private final List<Operation> calls = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final ReactiveSigningSessions reactiveSigningSessions = new OutboxReactiveSigningSessions(this);
    private final SigningSessions signingSessions = new OutboxSigningSessions(reactiveSigningSessions);

    private record Failure(Predicate<Operation> meant, RuntimeException exception) {
    }

    /**
     * What an application injects.
     *
     * @return sessions that end up here
     */
    public SigningSessions signingSessions() {
        return signingSessions;
    }

    /**
     * What a reactive application injects.
     *
     * @return sessions that end up here
     */
    public ReactiveSigningSessions reactiveSigningSessions() {
        return reactiveSigningSessions;
    }

    /**
     * Lists all sessions.
     *
     * @return them as they are now, the oldest first
     */
    public synchronized List<OutboxSession> sessions() {
        return List.copyOf(sessions.values());
    }

    /**
     * Lists the sessions in a status.
     *
     * @param status the status
     * @return them as they are now, the oldest first
     */
    public List<OutboxSession> sessions(SessionStatus status) {
        return sessions().stream().filter(session -> session.status().equals(status)).toList();
    }

    /**
     * Shows a session.
     *
     * @param id its id
     * @return the session as it is now
     * @throws IllegalArgumentException if there is none
     */
    public synchronized OutboxSession session(SessionId id) {
        OutboxSession session = sessions.get(id);
        if (session == null) {
            throw new IllegalArgumentException("there is no session " + id + " in the outbox; there are " + sessions.keySet());
        }
        return session;
    }

    /**
     * Shows the only session.
     *
     * @return the session as it is now
     * @throws IllegalStateException if there are none or several
     */
    public synchronized OutboxSession onlySession() {
        if (sessions.size() != 1) {
            throw new IllegalStateException("there are " + sessions.size() + " sessions in the outbox, not one");
        }
        return sessions.values().iterator().next();
    }

    /**
     * Lists the calls that were made, also those that failed. Lists count once, however many pages they would have had.
     *
     * @return them, in their order
     */
    public synchronized List<Operation> calls() {
        return List.copyOf(calls);
    }

    /**
     * Makes the next call fail, whichever it is. Failures that were planned before come first.
     *
     * @param failure what the application gets, such as
     *        {@code new UnavailableException(FailedCall.of(Operation.CREATE_SESSION), "eSign is down", null)}
     */
    public void failNext(EsignException failure) {
        plan(operation -> true, failure);
    }

    /**
     * Makes the next call of a method fail. The failure is final: what the application would get after all retries.
     *
     * @param operation the method
     * @param failure what the application gets
     */
    public void failNext(Operation operation, EsignException failure) {
        Objects.requireNonNull(operation, "operation");
        plan(operation::equals, failure);
    }

    private synchronized void plan(Predicate<Operation> meant, EsignException failure) {
        failures.add(new Failure(meant, Objects.requireNonNull(failure, "failure")));
    }

    /**
     * Gives a session another status, for example {@link SessionStatus#COMPLETED} as if everybody had signed.
     *
     * @param id the session
     * @param status its new status
     * @throws IllegalArgumentException if there is no such session
     */
    public synchronized void set(SessionId id, SessionStatus status) {
        sessions.put(id, session(id).with(status));
    }

    /** Forgets all sessions, calls and planned failures. */
    public synchronized void clear() {
        sessions.clear();
        calls.clear();
        failures.clear();
    }

    synchronized SessionId create(NewSession session) {
        called(Operation.CREATE_SESSION);
        return keep(OutboxSession.of(session));
    }

    synchronized SessionId send(NewSession session, URI returnUrl) {
        FailedCall call = new FailedCall(Operation.CREATE_SESSION, null, session.transactionId(), null, List.of());
        List<OutboxSession> known = withTransactionId(Operation.GET_SESSIONS_LITE, session.transactionId());
        if (known.size() > 1) {
            throw new InvalidSessionStateException(call, "several sessions have this transaction id already", null);
        }
        SessionId id = known.isEmpty() ? create(session) : known.get(0).id();
        SessionStatus status = session(id).status();
        if (status.canStart()) {
            start(id, returnUrl);
        } else if (List.of(SessionStatus.CANCELLED, SessionStatus.DELETED, SessionStatus.EXPIRED).contains(status)) {
            throw new InvalidSessionStateException(call, "its session " + id + " is " + status, null);
        }
        return id;
    }

    synchronized void update(SessionUpdate update) {
        change(Operation.UPDATE_SESSION, update.sessionId(), status -> !status.refusesUpdate(),
                session -> session.with(update));
    }

    synchronized void start(SessionId id, URI returnUrl) {
        change(Operation.START_SESSION, id, SessionStatus::canStart,
                session -> session.with(SessionStatus.IN_SENT).with(returnUrl));
    }

    synchronized void pause(SessionId id) {
        move(Operation.EDIT_SESSION, id, SessionStatus.IN_PAUSED, null);
    }

    synchronized void cancel(SessionId id, URI returnUrl) {
        move(Operation.CANCEL_SESSION, id, SessionStatus.CANCELLED, returnUrl);
    }

    synchronized void close(SessionId id, URI returnUrl) {
        move(Operation.CLOSE_SESSION, id, SessionStatus.COMPLETED, returnUrl);
    }

    synchronized void delete(SessionId id) {
        move(Operation.DELETE_SESSION, id, SessionStatus.DELETED, null);
    }

    synchronized void purge(SessionId id, PurgeTime time, URI returnUrl) {
        change(Operation.PURGE_SESSION, id, status -> true,
                session -> (time == PurgeTime.NOW ? session.with(SessionStatus.PURGED) : session).with(returnUrl));
    }

    synchronized void cancelPurge(SessionId id) {
        change(Operation.CANCEL_PURGING, id, status -> true, session -> session);
    }

    synchronized void updateTransactionId(SessionId id, String transactionId) {
        change(Operation.UPDATE_TRANSACTION_ID, id, status -> true, session -> session.withTransactionId(transactionId));
    }

    synchronized SessionId copy(SessionCopy copy) {
        return keep(read(Operation.COPY_SESSION, copy.source()).copied(copy));
    }

    /** Called, and there. */
    synchronized OutboxSession read(Operation operation, SessionId id) {
        called(operation);
        OutboxSession session = sessions.get(id);
        if (session == null) {
            throw new NotFoundException(FailedCall.of(operation, id), "there is no such session in the outbox", null);
        }
        return session;
    }

    synchronized List<OutboxSession> inStatus(Operation operation, SessionStatus status) {
        called(operation);
        return sessions(status);
    }

    synchronized List<OutboxSession> withTransactionId(Operation operation, String transactionId) {
        called(operation);
        return sessions().stream().filter(session -> session.transactionId().equals(transactionId)).toList();
    }

    synchronized void called(Operation operation) {
        calls.add(operation);
        for (Iterator<Failure> planned = failures.iterator(); planned.hasNext();) {
            Failure failure = planned.next();
            if (failure.meant().test(operation)) {
                planned.remove();
                throw failure.exception();
            }
        }
    }

    private void move(Operation operation, SessionId id, SessionStatus to, URI returnUrl) {
        change(operation, id, status -> true, session -> session.with(to).with(returnUrl));
    }

    private void change(Operation operation, SessionId id, Predicate<SessionStatus> allowed,
            UnaryOperator<OutboxSession> change) {
        OutboxSession session = read(operation, id);
        if (!allowed.test(session.status())) {
            throw new InvalidSessionStateException(FailedCall.of(operation, id),
                    "not possible while the session is " + session.status(), null);
        }
        keep(change.apply(session));
    }

    private SessionId keep(OutboxSession session) {
        sessions.put(session.id(), session);
        return session.id();
    }
}
