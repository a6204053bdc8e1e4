package dev.esign.cli;

import dev.esign.model.PurgeTime;
import dev.esign.model.SessionId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code esign purge}. */
@Command(name = "purge", description = "Removes the documents of a completed, expired or cancelled session, after eSign's waiting time.", footer = {
        "  esign purge 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10",
        "  esign purge 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10 --undo" })
class PurgeCommand extends SessionCommand {

    /** When, if not later. */
    static class Choice {

        @Option(names = "--now", description = "At once; that can't be taken back.")
        boolean now;

        @Option(names = "--undo", description = "Take a purge back that still waits.")
        boolean undo;
    }

    @ArgGroup
    Choice choice = new Choice();

    @Mixin
    ReturnUrlOption returnUrl = new ReturnUrlOption();

    @Override
    int run(SessionId id) {
        if (choice.undo) {
            sessions.cancelPurge(id);
            return done("purge undone", id);
        }
        sessions.purge(id, choice.now ? PurgeTime.NOW : PurgeTime.SCHEDULED, returnUrl.url);
        return done(choice.now ? "purged" : "purge scheduled", id);
    }
}
