package dev.esign.cli;

import java.nio.file.Path;
import java.util.List;

import dev.esign.cli.TagReport.FindingView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code esign create}. */
@Command(name = "create", description = "Creates a session as a draft, without starting it.", footer = {
        "  esign create agreement.docx --title 'Purchase agreement' --transaction-id 'deal 7' \\",
        "    --signer 'Seller 1=Ada Lovelace <ada@example.com>'" })
class CreateCommand extends SendingCommand {

    /**
     * The session, for scripts.
     *
     * @param done {@code created}, or {@code found} for one that had the transaction id already
     * @param sessionId the session
     * @param transactionId the caller's own identity of it
     * @param findings what is wrong with anchor tags
     */
    @RegisterForReflection
    record View(String done, String sessionId, String transactionId, List<FindingView> findings) {
    }

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Documents, in their order: Word, Excel, PDF or images.")
    List<Path> files = List.of();

    @Override
    List<Path> files() {
        return files;
    }

    @Override
    int finish(Made made) {
        screen.step("session", made.id().value());
        return done(
                new View(made.status().isPresent() ? "found" : "created", made.id().value(), made.transactionId(), findings));
    }
}
