package dev.esign.sandbox.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.wire.WireDate;

/** What a session must fulfil to be stored. */
public final class SessionRules {

    private static final Duration LONGEST_LIFE = Duration.ofDays(90);

    /** By the release notes of June 2023. */
    private static final int LONGEST_NAME = 100;

    private SessionRules() {
    }

    /**
     * Judges a change.
     *
     * @param given the settings that the change brings
     * @param after the contents that the change would make
     * @return the error texts; empty if the change may be stored
     */
    public static List<String> refusals(ObjectNode given, SessionContents after, Instant now) {
        List<String> refusals = new ArrayList<>();
        if (after.title().isBlank()) {
            refusals.add("Error: Title is required.");
        }
        checkExpiry(given, now, refusals);
        checkDocuments(after.documents(), refusals);
        refusals.addAll(signerRefusals(after.signers()));
        return refusals;
    }

    /** Judges signers alone, as {@link #refusals} does. */
    static List<String> signerRefusals(List<Signer> signers) {
        List<String> refusals = new ArrayList<>();
        if (!signers.stream().allMatch(Signer::hasLastNameAndEmail)) {
            refusals.add("Error: All signers must have a last name and valid email address.");
        }
        if (signers.stream()
                .anyMatch(signer -> Math.max(signer.firstName().length(), signer.lastName().length()) > LONGEST_NAME)) {
            refusals.add("Error: First and last names may have at most " + LONGEST_NAME + " characters.");
        }
        return refusals;
    }

    /**
     * When settings make their session expire: at 00:00 UTC of the chosen day (release notes of January 2025). A session
     * that was given the current day would be dead on arrival by that rule; it lasts until the chosen time instead.
     *
     * @param now when the settings are given
     * @return the instant; empty for never
     */
    public static Optional<Instant> expiry(ObjectNode settings, Instant now) {
        return WireDate.parse(settings.path("ExpiresOn").asText()).map(chosen -> {
            Instant startOfDay = chosen.truncatedTo(ChronoUnit.DAYS);
            return startOfDay.isAfter(now) ? startOfDay : chosen;
        });
    }

    private static void checkExpiry(ObjectNode settings, Instant now, List<String> refusals) {
        WireDate.parse(settings.path("ExpiresOn").asText()).ifPresent(expiresOn -> {
            if (!expiresOn.isAfter(now)) {
                refusals.add("Error: ExpiresOn must not lie in the past.");
            } else if (expiresOn.isAfter(now.plus(LONGEST_LIFE))) {
                refusals.add("Error: ExpiresOn must be at most 90 days ahead.");
            }
        });
    }

    private static void checkDocuments(List<Document> documents, List<String> refusals) {
        long size = 0;
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            size += document.content().size();
            if (!document.isUploaded() || size > DocumentSink.SESSION_LIMIT) {
                String name = document.fileName().isBlank() ? "Document " + (i + 1) : document.fileName();
                refusals.add("Error: " + name + " did not upload.");
            }
        }
    }
}
