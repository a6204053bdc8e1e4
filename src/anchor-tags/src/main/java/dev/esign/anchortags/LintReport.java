package dev.esign.anchortags;

import java.util.List;

/**
 * What was found in the documents of a session.
 *
 * @param findings document by document, in the order of their text; those about signers come last
 */
public record LintReport(List<Finding> findings) {

    /**
     * Keeps a copy.
     *
     * @param findings document by document, in the order of their text; those about signers come last
     */
    public LintReport {
        findings = List.copyOf(findings);
    }

    /** @return whether nothing was found */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** @return whether the session can't be signed as it was meant */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** @return the findings of severity {@link Severity#ERROR} */
    public List<Finding> errors() {
        return of(Severity.ERROR);
    }

    /** @return the findings of severity {@link Severity#WARNING} */
    public List<Finding> warnings() {
        return of(Severity.WARNING);
    }

    private List<Finding> of(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).toList();
    }
}
