package dev.esign.sandbox.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.user.Users;
import dev.esign.sandbox.wire.WireDate;

/** The lists of sessions: by transaction id (three calls), archived, deleted and expired. */
public final class SessionListCalls {

    private static final int LARGEST_PAGE = 50;

    /** The columns that are documented for sorting, by their names. */
    private static final Map<String, Function<SessionSnapshot, String>> COLUMNS = Map.of(
            "SigningSessionId", SessionSnapshot::id,
            "Title", session -> session.setting("Title"),
            "TransactionId", session -> session.setting("TransactionId"),
            "StatusCode", session -> "%03d".formatted(session.status().code()),
            "CreatedOn", session -> session.createdOn().toString());

    private final Sessions sessions;
    private final Users users;

    public SessionListCalls(Sessions sessions, Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** GetSessionsLiteByTransactionId. */
    public Answer light(Request request) throws MalformedRequestException {
        try {
            users.check(request.variable("username"));
            Page page = Page.of(request.variable("pageSize"), request.variable("pageNum"), LARGEST_PAGE);
            List<SessionSnapshot> found = sorted(sessions.findByTransactionId(request.variable("transactionId")),
                    request.query("colName"), request.query("sortOrder"));
            return Envelope.page("Sessions", found.size(), page.of(found), SessionListCalls::row);
        } catch (RefusedException e) {
            return Envelope.listRefusal(e.details().get(0));
        }
    }

    /** GetSessionsByTransactionId and GetSessionsByTransactionIdMetadata. */
    public Answer whole(Request request) {
        try {
            users.check(request.variable("userName"));
            return Envelope.sessions(sessions.findByTransactionId(request.variable("transactionId")));
        } catch (RefusedException e) {
            return Envelope.sessionRefusal(e.details());
        }
    }

    /** GetArchivedSessions, GetDeletedSessions and GetExpiredSessions. */
    public Call inStatus(SessionStatus status) {
        return request -> {
            try {
                Page page = Page.of(request.variable("pageSize"), request.variable("pageNum"), Integer.MAX_VALUE);
                List<String> ids = sessions.list().stream().filter(session -> session.status() == status)
                        .map(SessionSnapshot::id).toList();
                return Envelope.bucket(ids.size(), page.of(ids));
            } catch (RefusedException e) {
                return Envelope.bucketRefusal(e.details().get(0));
            }
        };
    }

    private static List<SessionSnapshot> sorted(List<SessionSnapshot> found, String columnName, String order)
            throws RefusedException {
        Function<SessionSnapshot, String> column = COLUMNS.get(columnName);
        if (column == null || !"asc".equals(order) && !"desc".equals(order)) {
            throw new RefusedException("Error: colName or sortOrder is missing or unknown.");
        }
        Comparator<SessionSnapshot> ascending = Comparator.comparing(column);
        return found.stream().sorted(order.equals("asc") ? ascending : ascending.reversed()).toList();
    }

    private static ObjectNode row(SessionSnapshot session) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("SigningSessionId", session.id());
        row.put("Title", session.setting("Title"));
        row.put("TransactionId", session.setting("TransactionId"));
        row.put("StatusCode", session.status().code());
        row.put("CreatedOn", WireDate.format(session.createdOn()));
        return row;
    }
}
