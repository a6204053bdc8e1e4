package dev.esign.model;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is known to keep eSign from taking a session, as far as it can be told without eSign. */
final class SessionRules {

    private static final int LONGEST_REMINDER_DAYS = 30;
    private static final int LONGEST_LIFE_DAYS = 90;
    /** The documentation says "100 MB" and not which megabytes: the larger ones, since eSign has the last word. */
    private static final long LARGEST_DOCUMENTS_BYTES = 100L << 20;

    private SessionRules() {
    }

    /**
     * Throws when anything is wrong.
     *
     * @throws InvalidSessionException with all problems, in the order of {@link SessionSettings}, then documents, then signers
     */
    static void check(SessionSettings settings, List<Document> documents, List<Signer> signers, Clock clock) {
        Findings findings = new Findings();
        checkSettings(settings, clock, findings);
        checkDocuments(documents, findings);
        checkSigners(signers, findings);
        findings.throwIfAny();
    }

    private static void checkSettings(SessionSettings settings, Clock clock, Findings findings) {
        findings.addIf(isBlank(settings.title()), "title", "is blank; give the session a title");
        findings.addIf(isBlank(settings.transactionId()), "transactionId",
                "is blank; give your own identity of the transaction");
        for (int i = 0; i < settings.copyTo().size(); i++) {
            findings.addIf(!EmailAddress.isWellFormed(settings.copyTo().get(i)), "copyTo[" + i + "]",
                    "is not an e-mail address; give one like name@example.com");
        }
        findings.addIf(isBlank(settings.password()), "password", "is blank; give a password, or none at all");
        if (settings.expiresOn() != null) {
            checkExpiry(settings.expiresOn(), clock.instant(), findings);
        }
        Integer days = settings.reminderDays();
        findings.addIf(days != null && (days < 1 || days > LONGEST_REMINDER_DAYS), "reminderDays",
                days + " days; eSign takes 1 to " + LONGEST_REMINDER_DAYS);
    }

    private static boolean isBlank(String given) {
        return given != null && given.isBlank();
    }

    /** eSign acts at 00:00 UTC of the day, so any moment of the ninetieth day is within the ninety days. */
    private static void checkExpiry(Instant expiresOn, Instant now, Findings findings) {
        Instant tooLate = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(LONGEST_LIFE_DAYS + 1)
                .atStartOfDay(ZoneOffset.UTC).toInstant();
        findings.addIf(!expiresOn.isAfter(now), "expiresOn", "is not in the future; give a later day");
        findings.addIf(!expiresOn.isBefore(tooLate), "expiresOn",
                "is too late; eSign takes at most " + LONGEST_LIFE_DAYS + " days ahead");
    }

    private static void checkDocuments(List<Document> documents, Findings findings) {
        long bytes = documents.stream().mapToLong(document -> document.content().size().orElse(0)).sum();
        findings.addIf(bytes > LARGEST_DOCUMENTS_BYTES, "documents", "are " + bytes + " bytes together; eSign takes at most "
                + LARGEST_DOCUMENTS_BYTES + " (100 MB) in a session");
        for (int i = 0; i < documents.size(); i++) {
            documents.get(i).check(findings.of("documents", i));
        }
    }

    private static void checkSigners(List<Signer> signers, Findings findings) {
        Map<String, Integer> holders = new HashMap<>();
        for (int i = 0; i < signers.size(); i++) {
            Signer signer = signers.get(i);
            Findings ofSigner = findings.of("signers", i);
            if (signer.role() != null) {
                Integer other = holders.putIfAbsent(signer.role().name().toLowerCase(Locale.ROOT), i);
                ofSigner.addIf(other != null, "role",
                        "is that of signers[" + other + "] too; give each signer a role of its own");
            }
            signer.check(ofSigner);
        }
    }
}
