package dev.esign.cli;

import java.util.List;

import dev.esign.model.ActionLogEntry;
import dev.esign.model.SessionId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code esign log}. */
@Command(name = "log", description = "Tells what happened to a session.", footer = "  esign log 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10")
class LogCommand extends SessionCommand {

    /**
     * Something that happened, for scripts.
     *
     * @param date when, as ISO 8601
     * @param description what
     * @param ipAddress from where, with {@code --show-addresses}
     */
    @RegisterForReflection
    record Row(String date, String description, String ipAddress) {
    }

    @Option(names = "--show-addresses", description = "Tell the IP addresses too.")
    boolean showAddresses;

    @Override
    int run(SessionId id) {
        List<Row> rows = sessions.actionLog(id).stream().map(this::row).toList();
        screen.table(rows.stream().map(row -> showAddresses
                ? List.of(orDash(row.date), orDash(row.ipAddress), orDash(row.description))
                : List.of(orDash(row.date), orDash(row.description))).toList());
        return done(rows);
    }

    private Row row(ActionLogEntry entry) {
        return new Row(entry.date().map(Object::toString).orElse(null), entry.description().orElse(null),
                showAddresses ? entry.ipAddress().orElse(null) : null);
    }

    private static String orDash(String text) {
        return text == null ? "-" : text;
    }

    @Override
    List<String> whenInterrupted() {
        return List.of("nothing was changed");
    }
}
