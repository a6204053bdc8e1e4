package dev.esign.sandbox.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SignerStatus;

/** Pieces that several pages are made of. */
final class Parts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Parts() {
    }

    static Markup time(Instant moment) {
        return Markup.of("<time datetime=\"{}\">{} UTC</time>", moment.truncatedTo(ChronoUnit.SECONDS), MOMENT.format(moment));
    }

    static Markup badge(SessionStatus status) {
        return badge(Tone.of(status), status.label());
    }

    static Markup badge(SignerStatus status) {
        return badge(Tone.of(status), status.label());
    }

    static Markup badge(Tone tone, String text) {
        return Markup.of("<span class=\"badge {}\">{}</span>", tone.css(), text);
    }

    /** How far the signers are: a bar for the eye, and the same in words. */
    static Markup progress(List<Signer> signers) {
        if (signers.isEmpty()) {
            return Markup.text("no signers");
        }
        long signed = signers.stream().filter(signer -> signer.status() == SignerStatus.COMPLETED).count();
        return Markup.of("""
                <span class="progress"><span class="bar" aria-hidden="true">{}</span>{} of {} signed</span>""",
                signers.stream().map(signer -> Markup.of("<i class=\"{}\"></i>", Tone.of(signer.status()).css())).toList(),
                signed, signers.size());
    }

    static Markup message(Tone tone, Markup content) {
        return Markup.of("<div class=\"message {}\" role=\"status\">{}</div>\n", tone.css(), content);
    }

    static Markup person(String name, String email) {
        return Markup.of("""
                <span class="person"><span class="avatar" aria-hidden="true">{}</span>
                <span><strong>{}</strong><br><span class="soft small">{}</span></span></span>""", initials(name, email),
                name.isBlank() ? email : name, email);
    }

    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        return bytes < 1024 * 1024 ? (bytes + 1023) / 1024 + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024);
    }

    /** An address that may stand in a link: one that leads to a page, and not one that is a script. */
    static Optional<String> webAddress(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String initials(String name, String email) {
        StringBuilder initials = new StringBuilder();
        for (String word : (name.isBlank() ? email : name).strip().split("\\s+")) {
            if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return initials.toString();
    }
}
