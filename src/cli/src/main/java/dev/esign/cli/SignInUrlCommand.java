package dev.esign.cli;

import java.util.List;

import dev.esign.model.SessionId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;

/** {@code esign sign-in-url}. */
@Command(name = "sign-in-url", description = {
        "Prints an address at which the session's owner is signed in and sees the session.",
        "It holds a token that lives only shortly: whoever has it is signed in as the owner." }, footer = "  xdg-open \"$(esign sign-in-url 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10)\"")
class SignInUrlCommand extends SessionCommand {

    /**
     * The address, for scripts.
     *
     * @param sessionId the session
     * @param signInUrl the whole address
     */
    @RegisterForReflection
    record View(String sessionId, String signInUrl) {
    }

    @Override
    int run(SessionId id) {
        String url = sessions.signInUrl(id).reveal().toString();
        screen.line(url);
        return done(new View(id.value(), url));
    }

    @Override
    List<String> whenInterrupted() {
        return List.of("no address was made");
    }
}
