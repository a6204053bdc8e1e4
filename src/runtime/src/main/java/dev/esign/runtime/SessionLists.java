package dev.esign.runtime;

import java.util.List;
import java.util.function.IntFunction;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.ProtocolException;
import dev.esign.model.ActionLogEntry;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionSummary;
import dev.esign.rest.PageResponse;
import dev.esign.rest.SessionResponse;
import dev.esign.rest.SessionsApi;
import io.smallrye.mutiny.Uni;

/** Finding sessions, and what happened to one. */
@Singleton
public class SessionLists {

    /** New sessions come last, so that pages which are still to be read don't move. */
    private static final String SORT_COLUMN = "CreatedOn";
    private static final String SORT_ORDER = "asc";

    private final RequiredSettings required;
    private final SessionsApi sessions;
    private final Calls calls;

    SessionLists(RequiredSettings required, @RestClient SessionsApi sessions, Calls calls) {
        this.required = required;
        this.sessions = sessions;
        this.calls = calls;
    }

    /** GetArchivedSessions. */
    public Pages<SessionSummary> archived() {
        return rows(Operation.GET_ARCHIVED_SESSIONS, page -> sessions.archived(Pages.SIZE, page));
    }

    /** GetDeletedSessions. */
    public Pages<SessionSummary> deleted() {
        return rows(Operation.GET_DELETED_SESSIONS, page -> sessions.deleted(Pages.SIZE, page));
    }

    /** GetExpiredSessions. */
    public Pages<SessionSummary> expired() {
        return rows(Operation.GET_EXPIRED_SESSIONS, page -> sessions.expired(Pages.SIZE, page));
    }

    /** GetSessionsLiteByTransactionId. */
    public Pages<SessionSummary> findByTransactionId(String transactionId) {
        FailedCall call = transactionCall(Operation.GET_SESSIONS_LITE, transactionId);
        return new Pages<>(
                page -> transactionId(transactionId).flatMap(id -> calls.perform(call,
                        () -> sessions.lite(required.username(), id, Pages.SIZE, page, SORT_COLUMN, SORT_ORDER))),
                row -> RowReader.session(call, row));
    }

    /** GetSessionsByTransactionId. */
    public Uni<List<Session>> findByTransactionIdInFull(String transactionId) {
        FailedCall call = transactionCall(Operation.GET_SESSIONS_BY_TRANSACTION_ID, transactionId);
        return transactionId(transactionId)
                .flatMap(id -> calls.perform(call, () -> sessions.byTransactionId(required.username(), id)))
                .map(answer -> answer.sessions().stream().map(session -> session(call, answer, session)).toList());
    }

    /** GetSessionActionLogs. */
    public Uni<List<ActionLogEntry>> actionLog(SessionId sessionId) {
        FailedCall call = calls.named(FailedCall.of(Operation.GET_ACTION_LOGS, sessionId));
        return Arguments.id(sessionId).flatMap(id -> calls.perform(call, () -> sessions.actionLogs(id)))
                .map(answer -> answer.entries().stream().map(RowReader::logEntry).toList());
    }

    private Pages<SessionSummary> rows(Operation operation, IntFunction<Uni<PageResponse>> fetch) {
        FailedCall call = calls.named(FailedCall.of(operation));
        return new Pages<>(page -> calls.perform(call, () -> fetch.apply(page)), row -> RowReader.session(call, row));
    }

    /** The id beside the sessions is that of the session if there is just one. */
    private static Session session(FailedCall call, SessionResponse answer, JsonNode session) {
        SessionId id = SessionReader.id(session)
                .or(() -> SessionReader.id(answer).filter(only -> answer.sessions().size() == 1))
                .orElseThrow(() -> new ProtocolException(call, "eSign answered with a session without an id", null));
        return SessionReader.read(id, session);
    }

    private static Uni<String> transactionId(String transactionId) {
        return Arguments.notBlank(transactionId, "transaction id");
    }

    private FailedCall transactionCall(Operation operation, String transactionId) {
        return calls.named(new FailedCall(operation, null, transactionId, null, List.of()));
    }
}
