package dev.esign.cli;

import dev.esign.model.SessionId;
import picocli.CommandLine.Command;

/** {@code esign delete}. */
@Command(name = "delete", description = "Deletes a session.", footer = "  esign delete 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10")
class DeleteCommand extends SessionCommand {

    @Override
    int run(SessionId id) {
        sessions.delete(id);
        return done("deleted", id);
    }
}
