package dev.esign.cli;

import dev.esign.model.SessionId;
import picocli.CommandLine.Command;

/** {@code esign pause}. */
@Command(name = "pause", description = "Takes a started session back, to change it and start it again.", footer = "  esign pause 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10")
class PauseCommand extends SessionCommand {

    @Override
    int run(SessionId id) {
        sessions.pause(id);
        return done("paused", id);
    }
}
