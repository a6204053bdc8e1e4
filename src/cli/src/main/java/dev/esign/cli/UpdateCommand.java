package dev.esign.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import dev.esign.cli.TagReport.FindingView;
import dev.esign.model.InvalidSessionException;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code esign update}: settings and signers go with the first document, each further document by an update of its own. */
@Command(name = "update", description = "Adds documents and signers to a session, and replaces what is given of its settings.", footer = {
        "  esign update 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10 disclosure.pdf --title 'Agreement and disclosure'" })
class UpdateCommand extends SessionCommand {

    /**
     * What was changed, for scripts.
     *
     * @param done {@code updated}
     * @param sessionId the session
     * @param documents the names of the documents that were added
     * @param findings what is wrong with anchor tags
     */
    @RegisterForReflection
    record View(String done, String sessionId, List<String> documents, List<FindingView> findings) {
    }

    @Parameters(paramLabel = "FILE", arity = "0..*", index = "1..*", description = "Documents to add, in their order.")
    List<Path> further = List.of();

    @Mixin
    ContentOptions content = new ContentOptions();

    @Inject
    TagReport tags;

    private volatile SessionId changed;
    private volatile int sent;

    /** With a transaction id, the first word is a file already. */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (transactionId != null && session != null) {
            files.add(Path.of(session));
        }
        files.addAll(further);
        return files;
    }

    @Override
    boolean namesSession() {
        return false;
    }

    @Override
    int run(SessionId id) {
        List<Path> files = files();
        GivenFiles.check(files, spec);
        SessionUpdate first = update(id, files);
        List<FindingView> findings = content.noAnchorTags ? List.of() : tags.check(content.lint, files, Optional.empty());
        changed = id;
        sessions.update(first, screen.upload(files.isEmpty() ? "changes" : GivenFiles.name(files.get(0))));
        sent = Math.min(1, files.size());
        for (Path file : files.stream().skip(1).toList()) {
            sessions.update(content.further(id, file), screen.upload(GivenFiles.name(file)));
            sent++;
        }
        screen.step(Tone.GOOD, "updated", "session " + id);
        return done(new View("updated", id.value(), files.stream().map(GivenFiles::name).toList(), findings));
    }

    /** The first change; all documents are looked at before it is sent. */
    private SessionUpdate update(SessionId id, List<Path> files) {
        if (files.isEmpty() && content.signers.isEmpty() && content.title == null && content.message == null
                && content.expiresOn == null && content.remindEvery == null) {
            throw misuse("Missing change: give files, --signer, --title, --message, --expires-on or --remind-every");
        }
        try {
            builder(id, files).build();
            return builder(id, files.stream().limit(1).toList()).build();
        } catch (InvalidSessionException invalid) {
            throw misuse(invalid.getMessage());
        }
    }

    private SessionUpdate.Builder builder(SessionId id, List<Path> files) {
        SessionUpdate.Builder update = SessionUpdate.of(id);
        content.describe(update, files);
        if (content.title != null) {
            update.title(content.title);
        }
        return update;
    }

    @Override
    List<String> whenInterrupted() {
        return changed == null ? List.of("nothing was sent")
                : List.of(sent + " of " + files().size() + " documents are surely there; look which: esign status " + changed,
                        "to go on, update it with those that aren't");
    }
}
