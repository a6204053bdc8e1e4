package dev.esign.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.esign.SigningSessions;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code esign list}. */
@Command(name = "list", description = "Lists sessions: those with a transaction id, or those that are archived, expired or deleted.", footer = {
        "  esign list --transaction-id 'deal 7'",
        "  esign list --expired --json" })
class ListCommand extends AccountCommand {

    /**
     * A session, for scripts.
     *
     * @param sessionId its id
     * @param status the documented name of its status
     * @param transactionId the caller's own identity of it
     * @param title its title
     * @param createdOn when it was created, as ISO 8601
     */
    @RegisterForReflection
    record Row(String sessionId, String status, String transactionId, String title, String createdOn) {

        static Row of(SessionSummary session) {
            return new Row(session.id().value(), session.status().map(SessionStatus::name).orElse(null),
                    session.transactionId().orElse(null), session.title().orElse(null),
                    session.createdOn().map(Object::toString).orElse(null));
        }
    }

    /** Which ones. */
    static class Which {

        @Option(names = "--transaction-id", paramLabel = "TEXT", description = "Those with this transaction id.")
        String transactionId;

        @Option(names = "--archived", description = "Those that are archived.")
        boolean archived;

        @Option(names = "--expired", description = "Those that expired.")
        boolean expired;

        @Option(names = "--deleted", description = "Those that were deleted.")
        boolean deleted;
    }

    @ArgGroup(multiplicity = "1")
    Which which;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "At most so many; ${DEFAULT-VALUE} by default.", defaultValue = "100")
    int limit;

    @Inject
    SigningSessions sessions;

    @Override
    int run() {
        if (limit < 1) {
            throw misuse("--limit " + limit + " is below 1; give how many sessions to list");
        }
        List<Row> rows;
        try (Stream<SessionSummary> found = found()) {
            rows = found.limit(limit).map(Row::of).toList();
        }
        if (rows.isEmpty()) {
            screen.line("No such session.");
        } else {
            List<List<String>> table = new ArrayList<>(
                    List.of(List.of("SESSION", "STATUS", "CREATED", "TRANSACTION", "TITLE")));
            rows.forEach(row -> table.add(Stream.of(row.sessionId, row.status, row.createdOn, row.transactionId, row.title)
                    .map(cell -> cell == null ? "-" : cell).toList()));
            screen.table(table);
        }
        return done(rows);
    }

    private Stream<SessionSummary> found() {
        if (which.transactionId != null) {
            return sessions.findByTransactionId(which.transactionId);
        }
        return which.archived ? sessions.archived() : which.expired ? sessions.expired() : sessions.deleted();
    }

    @Override
    List<String> whenInterrupted() {
        return List.of("the list isn't complete; nothing was changed");
    }
}
