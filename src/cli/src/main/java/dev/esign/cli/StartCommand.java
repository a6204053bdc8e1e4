package dev.esign.cli;

import java.time.Duration;

import dev.esign.model.SessionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code esign start}. */
@Command(name = "start", description = "Starts a session, so that its signers are invited.", footer = "  esign start --transaction-id 'deal 7' --return-url https://www.example.com/signed")
class StartCommand extends SessionCommand {

    @Mixin
    ReturnUrlOption returnUrl = new ReturnUrlOption();

    @Override
    int run(SessionId id) {
        long begun = System.nanoTime();
        sessions.start(id, returnUrl.url);
        screen.step(Tone.GOOD, "started",
                "session " + id + " after " + Screen.seconds(Duration.ofNanos(System.nanoTime() - begun)));
        return done(new Done("started", id.value()));
    }
}
