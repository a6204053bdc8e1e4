package dev.esign.service.tags;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.esign.anchortags.AnchorTags;
import dev.esign.anchortags.Finding;
import dev.esign.anchortags.FindingCode;
import dev.esign.anchortags.ReadLimits;
import dev.esign.anchortags.TagDocument;
import dev.esign.runtime.EsignConfig;
import dev.esign.runtime.EsignConfig.AnchorTagsConfig;
import dev.esign.service.problem.ProblemException;
import dev.esign.service.problem.ProblemKind;

/** Reads the anchor tags of documents by the account's delimiters, a few requests at a time. Thread-safe. */
@Singleton
class TagCheck {

    private static final Set<FindingCode> ABOUT_ROLES = Set.of(FindingCode.ROLE_WITHOUT_SIGNER, FindingCode.ROLE_SPELLING);

    private final AnchorTags tags;
    private final Semaphore free;

    @Inject
    TagCheck(EsignConfig account, CheckConfig config) {
        this(tags(account.anchorTags()).limits(ReadLimits.standard().withTime(config.timePerDocument())),
                config.maxConcurrent());
    }

    TagCheck(AnchorTags tags, int maxConcurrent) {
        this.tags = tags;
        this.free = new Semaphore(maxConcurrent);
    }

    /**
     * Looks at documents.
     *
     * @param documents the documents
     * @param roles the roles of all signers; none when they aren't known, which leaves roles unchecked
     * @throws ProblemException while too many other requests are being looked at
     */
    TagReport check(List<TagDocument> documents, List<String> roles) {
        if (!free.tryAcquire()) {
            throw new ProblemException(ProblemKind.OVERLOADED);
        }
        try {
            List<Finding> findings = tags.lint(documents, roles).findings();
            return TagReport.of(roles.isEmpty()
                    ? findings.stream().filter(finding -> !ABOUT_ROLES.contains(finding.code())).toList()
                    : findings);
        } finally {
            free.release();
        }
    }

    private static AnchorTags tags(AnchorTagsConfig account) {
        AnchorTags tags = AnchorTags.standard().delimiters(account.openingDelimiter(), account.closingDelimiter());
        return account.itemSpace().map(tags::itemSpace).orElse(tags);
    }
}
