package dev.esign.sandbox.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.wire.WireDate;

/** GetSessionsLiteByTransactionId. */
public final class SessionListCalls {

    private static final int LARGEST_PAGE = 50;

    /** The columns that are documented for sorting, by their names. */
    private static final Map<String, Function<SessionSnapshot, String>> COLUMNS = Map.of(
            "SigningSessionId", SessionSnapshot::id,
            "Title", session -> session.setting("Title"),
            "TransactionId", session -> session.setting("TransactionId"),
            "StatusCode", session -> String.valueOf(session.status().code()),
            "CreatedOn", session -> session.createdOn().toString());

    private final Sessions sessions;
    private final Accepted users;

    public SessionListCalls(Sessions sessions, Accepted users) {
        this.sessions = sessions;
        this.users = users;
    }

    public Answer byTransactionId(Request request) throws MalformedRequestException {
        if (!users.accepts(request.variable("username"))) {
            return Envelope.listRefusal("Error: Username not found.");
        }
        int pageSize = number(request.variable("pageSize"));
        int pageNumber = number(request.variable("pageNum"));
        if (pageSize < 1 || pageSize > LARGEST_PAGE || pageNumber < 0) {
            return Envelope.listRefusal("Error: The page size must lie between 1 and " + LARGEST_PAGE
                    + ", the page number must not be negative.");
        }
        String columnName = request.query("colName");
        String order = request.query("sortOrder");
        Function<SessionSnapshot, String> column = columnName == null ? null : COLUMNS.get(columnName);
        if (column == null || !"asc".equals(order) && !"desc".equals(order)) {
            return Envelope.listRefusal("Error: colName or sortOrder is missing or unknown.");
        }
        String transactionId = request.variable("transactionId");
        Comparator<SessionSnapshot> ascending = Comparator.comparing(column);
        List<SessionSnapshot> found = sessions.list().stream()
                .filter(session -> session.setting("TransactionId").equals(transactionId))
                .sorted(order.equals("asc") ? ascending : ascending.reversed()).toList();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        found.stream().skip((long) pageNumber * pageSize).limit(pageSize).map(SessionListCalls::row).forEach(rows::add);
        return Envelope.list(found.size(), rows);
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

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
