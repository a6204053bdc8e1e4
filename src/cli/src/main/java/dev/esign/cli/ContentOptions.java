package dev.esign.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.esign.model.Document;
import dev.esign.model.SessionBuilder;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.runtime.EsignConfig.AnchorTagsConfig.Check;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Option;

/** What a session is made of, besides its documents. */
@RegisterForReflection(targets = { ContentOptions.class, ContentOptions.Checks.class, Check.class })
class ContentOptions {

    @Option(names = "--signer", paramLabel = "SIGNER", converter = SignerOption.class, description = "A signer: \"ROLE=FirstName LastName <email>\". Repeat it for each; the roles are those in the anchor tags.")
    List<Signer.Builder> signers = List.of();

    @Option(names = "--title", paramLabel = "TEXT", description = "The session's title.")
    String title;

    @Option(names = "--message", paramLabel = "TEXT", description = "The text of the invitation.")
    String message;

    @Option(names = "--expires-on", paramLabel = "DATE", description = "The day on which the session expires, such as 2030-12-31; at most 90 days ahead.")
    LocalDate expiresOn;

    @Option(names = "--remind-every", paramLabel = "DAYS", description = "Remind signers every so many days, 1 to 30.")
    Integer remindEvery;

    @Option(names = "--no-anchor-tags", description = "Don't look for anchor tags in the documents.")
    boolean noAnchorTags;

    @Option(names = "--lint", paramLabel = "off|warn|refuse", completionCandidates = Checks.class, description = "What to do about wrong anchor tags: nothing, tell them, or send nothing while there are errors. By default QUARKUS_ESIGN_ANCHOR_TAGS_CHECK, else warn.")
    Check lint;

    /** The checks as they are typed. */
    static class Checks extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Checks() {
            super(Stream.of(Check.values()).map(check -> check.name().toLowerCase(Locale.ROOT)).toList());
        }
    }

    /** A further document of a session. */
    SessionUpdate further(SessionId session, Path file) {
        return SessionUpdate.of(session).documents(document(file)).build();
    }

    private Document.Builder document(Path file) {
        return Document.file(file).anchorTags(!noAnchorTags);
    }

    /** Takes all of it but the title into a session, with these documents. */
    void describe(SessionBuilder<?> session, List<Path> files) {
        session.documents(files.stream().map(this::document).toArray(Document.Builder[]::new));
        session.signers(signers.toArray(Signer.Builder[]::new));
        if (message != null) {
            session.description(message);
        }
        if (expiresOn != null) {
            session.expiresOn(expiresOn);
        }
        if (remindEvery != null) {
            session.remindEveryDays(remindEvery);
        }
    }
}
