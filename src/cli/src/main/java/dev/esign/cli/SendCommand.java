package dev.esign.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.esign.EsignException;
import dev.esign.SignInUrl;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.InvalidSessionException;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code esign send}: creates a session with the signers and the first document, adds each further document by an update, so
 * that no request is larger than its document, and starts it.
 */
@Command(name = "send", mixinStandardHelpOptions = true, sortOptions = false, description = "Sends documents to signers.", footer = {
        "",
        "Example:",
        "  esign send agreement.docx --title \"Purchase agreement\" \\",
        "    --signer \"Seller 1=Ada Lovelace <ada@example.com>\" \\",
        "    --signer \"Buyer 1=Alan Turing <alan@example.com>\" \\",
        "    --return-url https://example.com/signed" })
class SendCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents, in their order: Word, Excel, PDF or images.")
    List<Path> files;

    @Option(names = "--signer", required = true, paramLabel = "SIGNER", converter = SignerOption.class, description = "A signer: \"ROLE=FirstName LastName <email>\". Repeat it for each; the roles are those in the anchor tags.")
    List<Signer.Builder> signers;

    @Option(names = "--title", paramLabel = "TEXT", description = "The session's title; by default the first file's name.")
    String title;

    @Option(names = "--return-url", paramLabel = "URL", description = "Your host URL, which eSign wants to know; by default QUARKUS_ESIGN_RETURN_URL.")
    URI returnUrl;

    @Option(names = "--message", paramLabel = "TEXT", description = "The text of the invitation.")
    String message;

    @Option(names = "--transaction-id", paramLabel = "TEXT", description = "Your own identity of the session; by default a random one.")
    String transactionId;

    @Option(names = "--no-anchor-tags", description = "Don't look for anchor tags in the documents.")
    boolean noAnchorTags;

    @Option(names = "--show-token", description = "Print the sign-in URL with its token. Whoever has it is signed in as you.")
    boolean showToken;

    @Spec
    CommandSpec spec;

    @Inject
    SigningSessions sessions;

    @Inject
    Steps steps;

    @ConfigProperty(name = Account.SANDBOX)
    Optional<String> sandbox;

    @ConfigProperty(name = "quarkus.esign.return-url")
    Optional<URI> configuredReturnUrl;

    @Override
    public Integer call() {
        NewSession session = checked();
        sandbox.ifPresent(url -> steps.say("sandbox",
                "no eSign account is configured, so this runs against a sandbox of its own, which ends with it (" + url + ")"));
        SessionId id = sessions.create(session, steps.upload(files.get(0).getFileName().toString()));
        steps.say("created", "session " + id + ", transaction " + session.transactionId());
        try {
            addFurtherDocuments(id);
            start(id);
        } catch (RuntimeException failure) {
            steps.say("session", id + " stays as it is; transaction " + session.transactionId());
            throw failure;
        }
        steps.say("session", id.value());
        sayWhereToSignIn(id);
        return 0;
    }

    /** Everything that can be found wrong here is found before anything is sent. */
    private NewSession checked() {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new ParameterException(spec.commandLine(), "FILE '" + file + "' "
                        + (Files.exists(file) ? "can't be read" : "doesn't exist") + "; give a readable file");
            }
        }
        if (returnUrl == null && configuredReturnUrl.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "Missing return URL: give --return-url or set QUARKUS_ESIGN_RETURN_URL");
        }
        try {
            session(files).build(); // with all documents, since one that can't be added later must not leave half a session
            return session(files.subList(0, 1)).build();
        } catch (InvalidSessionException invalid) {
            throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
        }
    }

    private NewSession.Builder session(List<Path> files) {
        NewSession.Builder session = NewSession.titled(title == null ? files.get(0).getFileName().toString() : title)
                .documents(files.stream().map(this::document).toArray(Document.Builder[]::new))
                .signers(signers.toArray(Signer.Builder[]::new));
        if (message != null) {
            session.description(message);
        }
        if (transactionId != null) {
            session.transactionId(transactionId);
        }
        return session;
    }

    private void addFurtherDocuments(SessionId id) {
        for (Path file : files.subList(1, files.size())) {
            sessions.update(SessionUpdate.of(id).documents(document(file)).build(),
                    steps.upload(file.getFileName().toString()));
            steps.say("updated", "with " + file.getFileName());
        }
    }

    private void start(SessionId id) {
        long begun = System.nanoTime();
        sessions.start(id, returnUrl);
        steps.say("started", "after " + Steps.seconds(Duration.ofNanos(System.nanoTime() - begun)));
    }

    /** The session is started; an account whose landing URL can't be had doesn't change that. */
    private void sayWhereToSignIn(SessionId id) {
        try {
            SignInUrl url = sessions.signInUrl(id);
            steps.say("sign in", showToken ? url.reveal().toString() : url.withoutToken());
        } catch (EsignException unknown) {
            steps.say("sign in", "no URL: " + unknown.getMessage() + "; set QUARKUS_ESIGN_LANDING_URL");
        }
    }

    private Document.Builder document(Path file) {
        return Document.file(file).anchorTags(!noAnchorTags);
    }
}
