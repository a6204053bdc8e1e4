package dev.esign.cli;

import java.util.List;
import java.util.Map;

import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code esign copy}. */
@Command(name = "copy", description = "Makes a new session of an old one.", footer = {
        "  esign copy 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10 --title 'Purchase agreement, second try' \\",
        "    --new-transaction-id 'deal 8'" })
class CopyCommand extends SessionCommand {

    /**
     * The copy, for scripts.
     *
     * @param done {@code copied}
     * @param sessionId the copy
     * @param transactionId the copy's transaction id
     * @param copiedFrom the original
     */
    @RegisterForReflection
    record View(String done, String sessionId, String transactionId, String copiedFrom) {
    }

    @Option(names = "--title", paramLabel = "TEXT", description = "The copy's title; by default the original's.")
    String title;

    @Option(names = "--new-transaction-id", paramLabel = "TEXT", description = "The copy's transaction id; by default a random one.")
    String newTransactionId;

    @Option(names = "--without-fields", description = "Copy the documents without their fields.")
    boolean withoutFields;

    @Option(names = "--keep-signer", paramLabel = "ID", description = "A signer of the original to keep; repeat it.")
    List<String> kept = List.of();

    @Option(names = "--readdress", paramLabel = "ID=EMAIL", description = "A signer of the original to keep with another address; repeat it.")
    Map<String, String> readdressed = Map.of();

    @Option(names = "--add-signer", paramLabel = "EMAIL", description = "A signer to add; repeat it.")
    List<String> added = List.of();

    private volatile String copysTransactionId;

    @Override
    int run(SessionId id) {
        SessionCopy.Builder builder = SessionCopy.of(id).fieldsRetained(!withoutFields);
        if (title != null) {
            builder.title(title);
        }
        if (newTransactionId != null) {
            builder.transactionId(newTransactionId);
        }
        kept.forEach(builder::keepSigner);
        readdressed.forEach(builder::readdressSigner);
        added.forEach(builder::addSigner);
        SessionCopy copy = builder.build();
        copysTransactionId = copy.transactionId();
        SessionId copied = sessions.copy(copy);
        screen.step(Tone.GOOD, "copied", "to session " + copied + ", transaction " + copy.transactionId());
        return done(new View("copied", copied.value(), copy.transactionId(), id.value()));
    }

    @Override
    List<String> whenInterrupted() {
        return copysTransactionId == null ? List.of("nothing was copied")
                : List.of("it isn't known whether there is a copy; look: esign list --transaction-id \"" + copysTransactionId
                        + "\"");
    }
}
