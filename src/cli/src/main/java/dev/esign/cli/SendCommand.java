package dev.esign.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.esign.EsignException;
import dev.esign.SignInUrl;
import dev.esign.cli.TagReport.FindingView;
import dev.esign.model.SessionId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code esign send}. */
@Command(name = "send", description = "Sends documents to signers: creates a session, adds the documents, starts it.", footer = {
        "  esign send agreement.docx --title 'Purchase agreement' \\",
        "    --signer 'Seller 1=Ada Lovelace <ada@example.com>' \\",
        "    --signer 'Buyer 1=Alan Turing <alan@example.com>' \\",
        "    --return-url https://www.example.com/signed" })
class SendCommand extends SendingCommand {

    /**
     * What was sent, for scripts.
     *
     * @param done {@code started}, or {@code found} for a session that was started before
     * @param sessionId the session
     * @param transactionId the caller's own identity of it
     * @param signInUrl where its owner is signed in; its token is masked without {@code --show-token}
     * @param findings what is wrong with anchor tags
     */
    @RegisterForReflection
    record View(String done, String sessionId, String transactionId, String signInUrl, List<FindingView> findings) {
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents, in their order: Word, Excel, PDF or images.")
    List<Path> files;

    @Mixin
    ReturnUrlOption returnUrl = new ReturnUrlOption();

    @Option(names = "--show-token", description = "Print the sign-in URL with its token. Whoever has it is signed in as you.")
    boolean showToken;

    @ConfigProperty(name = Account.SANDBOX)
    Optional<String> sandbox;

    @ConfigProperty(name = "quarkus.esign.return-url")
    Optional<URI> configuredReturnUrl;

    private volatile boolean starting;
    private volatile boolean started;

    @Override
    Need need() {
        return Need.ACCOUNT_OR_SANDBOX;
    }

    @Override
    List<Path> files() {
        return files;
    }

    @Override
    void check() {
        if (content.signers.isEmpty()) {
            throw misuse("Missing signer: give --signer \"ROLE=FirstName LastName <email>\" for each");
        }
        if (returnUrl.url == null && configuredReturnUrl.isEmpty()) {
            throw misuse("Missing return URL: give --return-url or set QUARKUS_ESIGN_RETURN_URL");
        }
        super.check();
        sandbox.ifPresent(url -> screen.step(Tone.NOTE, "sandbox",
                "no eSign account is configured, so this runs against a sandbox of its own, which ends with it (" + url + ")"));
    }

    @Override
    int finish(Made made) {
        if (!made.isStarted()) {
            start(made.id());
        }
        screen.step("session", made.id().value());
        return done(new View(made.isStarted() ? "found" : "started", made.id().value(), made.transactionId(),
                sayWhereToSignIn(made.id()), findings));
    }

    private void start(SessionId id) {
        long begun = System.nanoTime();
        starting = true;
        sessions.start(id, returnUrl.url);
        started = true;
        screen.step(Tone.GOOD, "started", "after " + Screen.seconds(Duration.ofNanos(System.nanoTime() - begun)));
    }

    /** The session is started; an account whose landing URL can't be had doesn't change that. */
    private String sayWhereToSignIn(SessionId id) {
        try {
            SignInUrl url = sessions.signInUrl(id);
            String shown = showToken ? url.reveal().toString() : url.withoutToken();
            screen.step("sign in", shown);
            return shown;
        } catch (EsignException unknown) {
            screen.step(Tone.NOTE, "sign in", "no URL: " + unknown.getMessage() + "; set QUARKUS_ESIGN_LANDING_URL");
            return null;
        }
    }

    @Override
    List<String> whenInterrupted() {
        if (started) {
            return List.of("the session is started; only its sign-in URL is missing: esign sign-in-url");
        }
        List<String> done = new ArrayList<>(whatWasDone());
        if (starting) {
            done.add("it was being started; repeating the command starts it once only");
        }
        return done;
    }
}
