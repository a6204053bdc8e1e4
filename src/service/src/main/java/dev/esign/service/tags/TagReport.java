package dev.esign.service.tags;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.esign.anchortags.Finding;
import dev.esign.anchortags.Severity;

@Schema(description = "What is wrong with the anchor tags of documents.")
record TagReport(
        @Schema(required = true, description = "How many findings are errors.") int errors,
        @Schema(required = true, description = "How many findings are warnings.") int warnings,
        @Schema(required = true, description = "The findings, document by document; those about signers come last.") List<TagFinding> findings) {

    static TagReport of(List<Finding> findings) {
        int errors = (int) findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
        return new TagReport(errors, findings.size() - errors, findings.stream().map(TagFinding::of).toList());
    }

    @Override
    public String toString() {
        return "TagReport[errors=" + errors + ", warnings=" + warnings + "]";
    }
}
