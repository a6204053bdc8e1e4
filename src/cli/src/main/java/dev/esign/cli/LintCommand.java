package dev.esign.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import dev.esign.anchortags.AnchorTag;
import dev.esign.anchortags.AnchorTags;
import dev.esign.anchortags.Finding;
import dev.esign.anchortags.Severity;
import dev.esign.anchortags.TagDocument;
import dev.esign.anchortags.UnreadableDocumentException;
import dev.esign.cli.TagReport.FindingView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code esign lint}. */
@Command(name = "lint", mixinStandardHelpOptions = true, sortOptions = false, description = "Tells what is wrong with the anchor tags of documents, where, and what to do; sends nothing.", footerHeading = "%nExamples:%n", footer = {
        "  esign lint agreement.docx --role 'Seller 1' --role 'Buyer 1'",
        "  esign lint contracts/agreement.pdf --strict --json" })
class LintCommand implements Callable<Integer>, ForScripts {

    /**
     * What was found, for scripts.
     *
     * @param documents the documents with what is in them
     * @param findings what is wrong
     * @param errors how many of these keep a document from being signed as it was meant
     * @param warnings how many of these were probably not meant
     */
    @RegisterForReflection
    record View(List<DocumentView> documents, List<FindingView> findings, long errors, long warnings) {
    }

    /**
     * A document.
     *
     * @param document the file
     * @param tags how many tags make fields; missing when it can't be read
     * @param roles whose they are
     */
    @RegisterForReflection
    record DocumentView(String document, Integer tags, List<String> roles) {
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Word, Excel or PDF files.")
    List<Path> files;

    @Option(names = "--role", paramLabel = "ROLE", description = "A signer's role, such as 'Seller 1'; repeat it for each. Without any, roles aren't looked at.")
    List<String> roles = List.of();

    @Option(names = "--delimiters", paramLabel = "XY", description = "What tags begin and end with; by default QUARKUS_ESIGN_ANCHOR_TAGS_OPENING_DELIMITER and ..._CLOSING_DELIMITER, else <>.")
    String delimiters;

    @Option(names = "--item-space", paramLabel = "X", description = "What stands for a space in the items of dropdowns.")
    Character itemSpace;

    @Option(names = "--strict", description = "Count warnings as errors.")
    boolean strict;

    @Option(names = "--json", description = "Answer in JSON, for scripts.")
    boolean json;

    @Option(names = "--profile", paramLabel = "NAME", description = "The account whose delimiters count; by default ESIGN_PROFILE, else 'default'.")
    String profile;

    @Spec
    CommandSpec spec;

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() {
        Settings.of(profile, spec.commandLine()).apply();
        GivenFiles.check(files, spec);
        Screen screen = new Screen();
        if (json) {
            screen.onlyJson();
        }
        AnchorTags tags = tags();
        List<DocumentView> documents = files.stream().map(file -> summary(tags, file)).toList();
        List<Finding> findings = TagReport.findings(tags, files, Optional.of(roles).filter(given -> !given.isEmpty()));
        documents.forEach(document -> screen.step("document", document.document
                + (document.tags == null ? ""
                        : ": " + document.tags + (document.tags == 1 ? " tag" : " tags")
                                + (document.roles.isEmpty() ? "" : " for " + String.join(", ", document.roles)))));
        TagReport.show(screen, findings);
        long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
        long warnings = findings.size() - errors;
        screen.step(errors > 0 ? Tone.BAD : warnings > 0 ? Tone.NOTE : Tone.GOOD, "lint",
                findings.isEmpty() ? "nothing to complain of" : counted(errors, "error") + ", " + counted(warnings, "warning"));
        if (json) {
            screen.json(new View(documents, findings.stream().map(FindingView::of).toList(), errors, warnings));
        }
        return errors > 0 || strict && warnings > 0 ? ExitCodes.FINDINGS : ExitCodes.DONE;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private AnchorTags tags() {
        try {
            AnchorTags tags = new TagSettings().tags();
            if (delimiters != null) {
                if (delimiters.length() != 2) {
                    throw new IllegalArgumentException(
                            "--delimiters: give the two signs that tags begin and end with, such as <>");
                }
                tags = tags.delimiters(delimiters.charAt(0), delimiters.charAt(1));
            }
            return itemSpace == null ? tags : tags.itemSpace(itemSpace);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private DocumentView summary(AnchorTags tags, Path file) {
        try {
            List<AnchorTag> found = tags.read(TagDocument.of(file), roles).tags();
            return new DocumentView(GivenFiles.name(file), found.size(),
                    new ArrayList<>(new TreeSet<>(found.stream().map(AnchorTag::role).toList())));
        } catch (UnreadableDocumentException toldAsFinding) {
            return new DocumentView(GivenFiles.name(file), null, List.of());
        }
    }
}
