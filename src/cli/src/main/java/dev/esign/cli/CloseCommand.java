package dev.esign.cli;

import dev.esign.model.SessionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code esign close}. */
@Command(name = "close", description = "Closes a session.", footer = "  esign close --transaction-id 'deal 7'")
class CloseCommand extends SessionCommand {

    @Mixin
    ReturnUrlOption returnUrl = new ReturnUrlOption();

    @Override
    int run(SessionId id) {
        sessions.close(id, returnUrl.url);
        return done("closed", id);
    }
}
