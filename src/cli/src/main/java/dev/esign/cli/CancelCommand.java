package dev.esign.cli;

import dev.esign.model.SessionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code esign cancel}. */
@Command(name = "cancel", description = "Cancels a session: nobody can sign it any more.", footer = "  esign cancel 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10")
class CancelCommand extends SessionCommand {

    @Mixin
    ReturnUrlOption returnUrl = new ReturnUrlOption();

    @Override
    int run(SessionId id) {
        sessions.cancel(id, returnUrl.url);
        return done("cancelled", id);
    }
}
