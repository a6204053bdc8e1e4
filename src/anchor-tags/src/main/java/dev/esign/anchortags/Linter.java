package dev.esign.anchortags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the tags of documents against the signers of their session. */
final class Linter {

    private final AnchorTags tags;
    private final List<String> roles;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> tagged = new HashSet<>();
    private final Set<String> signing = new HashSet<>();
    private boolean allRead = true;

    Linter(AnchorTags tags, Collection<String> roles) {
        this.tags = tags;
        this.roles = roles.stream().map(TagText::oneLine).filter(role -> !role.isEmpty()).distinct().toList();
    }

    LintReport lint(Collection<TagDocument> documents) {
        documents.forEach(this::lint);
        if (allRead) {
            roles.forEach(this::lintSigner);
        }
        return new LintReport(findings);
    }

    private void lint(TagDocument document) {
        DocumentTags read;
        try {
            read = tags.read(document, roles);
        } catch (UnreadableDocumentException e) {
            allRead = false;
            addUnreadable(document, e);
            return;
        }
        if (!read.wasRead()) {
            allRead = false;
            add(document, FindingCode.DOCUMENT_NOT_READ, "document: is of a kind that tags aren't looked for in here",
                    "give it as docx, xlsx or pdf if it has tags");
            return;
        }
        read.found().forEach(found -> lint(document, found));
        read.problems().forEach(problem -> findings.add(new Finding(problem.problem().code(), Optional.of(document.name()),
                Optional.of(problem.place()), Optional.empty(), problem.problem().problem(), problem.problem().fix())));
        if (read.kind() == DocumentKind.PDF && read.characters() == 0) {
            allRead = false;
            add(document, FindingCode.PDF_WITHOUT_TEXT, "document: has no text that can be read; it is probably a scan",
                    "make it from a text document, or place the fields by hand");
        } else if (read.tags().isEmpty()) {
            add(document, FindingCode.NO_TAGS, "document: has no tag between '" + tags.opening() + "' and '" + tags.closing()
                    + "'", "see that these are the account's delimiters, or don't have it processed for tags");
        }
    }

    private void lint(TagDocument document, FoundTag found) {
        TagReading reading = found.reading();
        reading.problems().forEach(problem -> findings.add(finding(document, found, problem)));
        reading.tag().ifPresent(tag -> {
            Optional<String> role = role(tag.role());
            role.ifPresent(name -> {
                tagged.add(name);
                if (tag instanceof SignatureTag) {
                    signing.add(name);
                }
            });
            checkRole(tag.role(), role).ifPresent(problem -> findings.add(finding(document, found, problem)));
        });
    }

    private Optional<String> role(String given) {
        return roles.stream().filter(role -> role.equals(given)).findFirst()
                .or(() -> roles.stream().filter(role -> Roles.key(role).equals(Roles.key(given))).findFirst());
    }

    private Optional<TagProblem> checkRole(String given, Optional<String> role) {
        if (role.isEmpty()) {
            String fix = Roles.near(given, roles).map(near -> "did you mean '" + near + "'?")
                    .orElse(roles.isEmpty() ? "give the session a signer with this role"
                            : "take one of " + String.join(", ", roles) + ", or give the session a signer with this role");
            return Optional.of(new TagProblem(FindingCode.ROLE_WITHOUT_SIGNER,
                    "role: '" + TagReading.shorten(given) + "' is no signer's", fix));
        }
        return role.get().equals(given) ? Optional.empty()
                : Optional.of(new TagProblem(FindingCode.ROLE_SPELLING, "role: '" + TagReading.shorten(given)
                        + "' is spelt otherwise than the signer's; whether eSign takes that is not documented",
                        "write '" + role.get() + "'"));
    }

    private void lintSigner(String role) {
        if (!tagged.contains(role)) {
            findings.add(ofSigner(FindingCode.SIGNER_WITHOUT_TAG, "signer: '" + role + "' has no tag in any document",
                    "add one, such as " + example(role)));
        } else if (!signing.contains(role)) {
            findings.add(ofSigner(FindingCode.SIGNER_WITHOUT_SIGNATURE,
                    "signer: '" + role + "' has tags, but none for a signature", "add " + example(role)));
        }
    }

    private String example(String role) {
        return tags.opening() + "sig_req_" + role + tags.closing();
    }

    private void addUnreadable(TagDocument document, UnreadableDocumentException e) {
        FindingCode code = switch (e.reason()) {
            case ENCRYPTED -> FindingCode.DOCUMENT_ENCRYPTED;
            case BROKEN -> FindingCode.DOCUMENT_BROKEN;
            case OVER_LIMIT -> FindingCode.DOCUMENT_OVER_LIMIT;
        };
        add(document, code, e.problem(), e.fix());
    }

    private void add(TagDocument document, FindingCode code, String problem, String fix) {
        findings.add(new Finding(code, Optional.of(document.name()), Optional.empty(), Optional.empty(), problem, fix));
    }

    private static Finding finding(TagDocument document, FoundTag found, TagProblem problem) {
        return new Finding(problem.code(), Optional.of(document.name()), Optional.of(found.place()),
                Optional.of(found.reading().shortText()), problem.problem(), problem.fix());
    }

    private static Finding ofSigner(FindingCode code, String problem, String fix) {
        return new Finding(code, Optional.empty(), Optional.empty(), Optional.empty(), problem, fix);
    }
}
