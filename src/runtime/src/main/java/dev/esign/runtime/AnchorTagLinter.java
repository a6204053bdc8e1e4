package dev.esign.runtime;

import static dev.esign.anchortags.FindingCode.ROLE_SPELLING;
import static dev.esign.anchortags.FindingCode.ROLE_WITHOUT_SIGNER;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import dev.esign.anchortags.AnchorTags;
import dev.esign.anchortags.Finding;
import dev.esign.anchortags.FindingCode;
import dev.esign.anchortags.LintReport;
import dev.esign.anchortags.Place;
import dev.esign.anchortags.TagDocument;
import dev.esign.model.Document;
import dev.esign.model.Problem;
import dev.esign.model.Signer;
import dev.esign.runtime.EsignConfig.AnchorTagsConfig;

/** The linter of the artifact {@code esign-anchor-tags}, the only class here that knows it. */
@Singleton
class AnchorTagLinter implements TagLinter {

    private static final Set<FindingCode> ABOUT_ROLES = Set.of(ROLE_WITHOUT_SIGNER, ROLE_SPELLING);

    @Override
    public Findings lint(AnchorTagsConfig settings, List<Document> documents, List<Signer> signers) {
        List<TagDocument> tagged = IntStream.range(0, documents.size())
                .filter(index -> documents.get(index).hasAnchorTags())
                // By place, not by file name, which may name a person: findings get into logs.
                .mapToObj(index -> TagDocument.of("documents[" + index + "]", documents.get(index).content()::open))
                .toList();
        LintReport report = tags(settings).lint(tagged, signers.stream().map(signer -> signer.role().name()).toList());
        return new Findings(problems(report.errors(), signers.isEmpty()), problems(report.warnings(), signers.isEmpty()));
    }

    private static AnchorTags tags(AnchorTagsConfig settings) {
        AnchorTags tags = AnchorTags.standard().delimiters(settings.openingDelimiter(), settings.closingDelimiter());
        return settings.itemSpace().map(tags::itemSpace).orElse(tags);
    }

    private static List<Problem> problems(List<Finding> findings, boolean signersUnknown) {
        return findings.stream().filter(finding -> !signersUnknown || !ABOUT_ROLES.contains(finding.code()))
                .map(AnchorTagLinter::problem).toList();
    }

    /** Without the text of the tag, which may be any text of the document. */
    private static Problem problem(Finding finding) {
        return new Problem(finding.document().orElse("signers"),
                "anchor tags, " + finding.place().map(AnchorTagLinter::describe).orElse("") + finding.problem() + "; "
                        + finding.fix() + " (" + finding.code() + ")");
    }

    private static String describe(Place place) {
        // The name of a sheet is content.
        return (place instanceof Place.InExcel cell ? "cell " + cell.cell() : place.describe()) + ": ";
    }
}
