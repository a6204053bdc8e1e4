package dev.esign.runtime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.esign.model.Document;
import dev.esign.model.InvalidSessionException;
import dev.esign.model.NewSession;
import dev.esign.model.Problem;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.runtime.EsignConfig.AnchorTagsConfig;
import dev.esign.runtime.EsignConfig.AnchorTagsConfig.Check;
import dev.esign.runtime.TagLinter.Findings;
import io.quarkus.arc.Arc;

/** Looks at the anchor tags of a request before it is sent, as far as the account's settings want that. Thread-safe. */
@Singleton
class TagCheck {

    private final AnchorTagsConfig settings;
    private final Optional<TagLinter> linter;

    /** That of the default account. */
    @Inject
    TagCheck(EsignConfig config, Instance<TagLinter> linters) {
        this(config, linters.stream().findFirst());
    }

    /**
     * That of any account.
     *
     * @param linter reads tags; empty in an application without the artifact for it
     */
    TagCheck(EsignConfig config, Optional<TagLinter> linter) {
        this.settings = config.anchorTags();
        this.linter = linter.filter(there -> settings.check().orElse(Check.WARN) != Check.OFF);
    }

    /** Whether the artifact is there that reads tags. */
    static boolean isPossible() {
        return Arc.container().select(TagLinter.class).isResolvable();
    }

    /**
     * Looks at a new session. Blocks while documents are read.
     *
     * @return what to warn of
     * @throws InvalidSessionException when something is wrong and the settings say to refuse it
     */
    List<Problem> create(NewSession session) {
        return check(session.documents(), session.signers());
    }

    /**
     * Looks at a change. Roles aren't looked at: the signers that the session has already are not known. Blocks while
     * documents are read.
     *
     * @return what to warn of
     * @throws InvalidSessionException when something is wrong and the settings say to refuse it
     */
    List<Problem> update(SessionUpdate update) {
        return check(update.documents(), List.of());
    }

    private List<Problem> check(List<Document> documents, List<Signer> signers) {
        if (linter.isEmpty() || documents.stream().noneMatch(Document::hasAnchorTags)) {
            return List.of();
        }
        Findings findings = linter.get().lint(settings, documents, signers);
        if (findings.errors().isEmpty()) {
            return findings.warnings();
        }
        if (settings.check().filter(Check.REFUSE::equals).isPresent()) {
            throw new InvalidSessionException(findings.errors());
        }
        return Stream.of(findings.errors(), findings.warnings()).flatMap(List::stream).toList();
    }
}
