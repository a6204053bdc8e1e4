package dev.esign.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.esign.anchortags.AnchorTags;
import dev.esign.anchortags.Finding;
import dev.esign.anchortags.FindingCode;
import dev.esign.anchortags.LintReport;
import dev.esign.anchortags.Place;
import dev.esign.anchortags.Severity;
import dev.esign.anchortags.TagDocument;
import dev.esign.runtime.EsignConfig.AnchorTagsConfig.Check;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is wrong with the anchor tags of files, with places and cures. */
@ApplicationScoped
class TagReport {

    private static final Set<FindingCode> ABOUT_ROLES = Set.of(FindingCode.ROLE_WITHOUT_SIGNER, FindingCode.ROLE_SPELLING);

    /**
     * A finding, for scripts.
     *
     * @param severity {@code error} or {@code warning}
     * @param code its code, which stays
     * @param document the file
     * @param place where in it, in words
     * @param tag the text of the tag
     * @param problem what is wrong
     * @param cure what to do
     */
    @RegisterForReflection
    record FindingView(String severity, String code, String document, String place, String tag, String problem, String cure) {

        static FindingView of(Finding finding) {
            return new FindingView(finding.severity().name().toLowerCase(Locale.ROOT), finding.code().name(),
                    finding.document().orElse(null), finding.place().map(Place::describe).orElse(null),
                    finding.tag().orElse(null), finding.problem(), finding.fix());
        }
    }

    private final Screen screen;
    private final Check configured;
    private final AnchorTags tags;

    TagReport(Screen screen, @ConfigProperty(name = Settings.TAG_CHECK, defaultValue = "warn") Check configured,
            TagSettings settings) {
        this.screen = screen;
        this.configured = configured;
        this.tags = settings.tags();
    }

    /**
     * Looks at documents before they are sent, and shows what is wrong.
     *
     * @param wish what to do about it; null for what is configured
     * @param files the documents
     * @param roles the roles of all signers; empty when not all are known
     * @return what is wrong
     */
    List<FindingView> check(Check wish, List<Path> files, Optional<List<String>> roles) {
        Check check = wish == null ? configured : wish;
        if (check == Check.OFF || files.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = findings(tags, files, roles);
        show(screen, findings);
        long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
        if (check == Check.REFUSE && errors > 0) {
            throw new Refusal(ExitCodes.FINDINGS,
                    "the anchor tags have " + errors + (errors == 1 ? " error" : " errors") + "; nothing was sent");
        }
        return findings.stream().map(FindingView::of).toList();
    }

    static List<Finding> findings(AnchorTags tags, List<Path> files, Optional<List<String>> roles) {
        LintReport report;
        try {
            report = tags.lint(files.stream().map(TagDocument::of).toList(), roles.orElse(List.of()));
        } catch (UncheckedIOException unreadable) {
            throw new Refusal(ExitCodes.USAGE, "a file can't be read: " + unreadable.getCause().getMessage());
        }
        return report.findings().stream().filter(finding -> roles.isPresent() || !ABOUT_ROLES.contains(finding.code()))
                .toList();
    }

    static void show(Screen screen, List<Finding> findings) {
        for (Finding finding : findings) {
            Tone tone = finding.severity() == Severity.ERROR ? Tone.BAD : Tone.NOTE;
            screen.step(tone, finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.document().orElse("signers") + finding.place().map(place -> ", " + place.describe()).orElse(""));
            finding.tag().ifPresent(tag -> screen.step("", tag));
            screen.step("", finding.problem());
            screen.step("", "cure: " + finding.fix() + " (" + finding.code() + ")");
        }
    }
}
