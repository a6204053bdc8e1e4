package dev.esign.anchortags.examples;

import java.nio.file.Path;
import java.util.List;

import dev.esign.anchortags.AnchorTag;
import dev.esign.anchortags.AnchorTags;
import dev.esign.anchortags.DocumentTags;
import dev.esign.anchortags.Finding;
import dev.esign.anchortags.FoundTag;
import dev.esign.anchortags.LintReport;
import dev.esign.anchortags.TagDocument;

// tag::example[]
public class CheckedAgreement {

    private final AnchorTags tags = AnchorTags.standard(); // .delimiters('#', '#').itemSpace('|')

    public String signatureLine() {
        return "Signed: " + tags.write(AnchorTag.signature("Seller 1").width(150))
                + " on " + tags.write(AnchorTag.date("Seller 1").autoFilled());
    }

    public void check(Path agreement) {
        LintReport report = tags.lint(List.of(TagDocument.of(agreement)), List.of("Seller 1", "Buyer 1"));
        report.warnings().forEach(warning -> System.err.println(warning.message()));
        if (report.hasErrors()) {
            throw new IllegalArgumentException(
                    String.join("\n", report.errors().stream().map(Finding::message).toList()));
        }
    }

    public void show(Path agreement) {
        DocumentTags read = tags.read(TagDocument.of(agreement));
        for (FoundTag found : read.found()) {
            System.out.println(found.place().describe() + ": " + found.reading().tag());
        }
    }
}
// end::example[]
