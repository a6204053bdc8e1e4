package dev.esign.it;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.esign.InviteToken;
import dev.esign.InviteUrl;
import dev.esign.SavedDocument;
import dev.esign.SignInUrl;
import dev.esign.model.ActionLogEntry;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionSummary;
import dev.esign.model.SignerRole;
import dev.esign.model.UploadedDocument;
import dev.esign.model.User;

/** What the extension gives, as texts that tests can look at: one line for each thing. */
final class Told {

    private Told() {
    }

    static String of(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Stream<?> stream) {
            return lines(stream);
        }
        if (value instanceof Collection<?> collection) {
            return lines(collection.stream());
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Told::of).orElse("nobody");
        }
        if (value instanceof Map<?, ?> map) {
            return lines(map.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()));
        }
        return one(value);
    }

    private static String lines(Stream<?> values) {
        try (values) {
            return values.map(Told::of).collect(Collectors.joining("\n"));
        }
    }

    private static String one(Object value) {
        if (value instanceof SessionId id) {
            return id.value();
        }
        if (value instanceof Session session) {
            return session.id() + " " + text(session.status()) + " " + text(session.title()) + session.signers().stream()
                    .map(signer -> "\n" + text(signer.id()) + " " + text(signer.role().map(SignerRole::name)))
                    .collect(Collectors.joining());
        }
        if (value instanceof SessionSummary summary) {
            return summary.id() + " " + text(summary.title());
        }
        if (value instanceof ActionLogEntry entry) {
            return text(entry.date()) + " " + text(entry.description());
        }
        if (value instanceof SignInUrl url) {
            return url.reveal().toString();
        }
        if (value instanceof InviteToken token) {
            return token.reveal();
        }
        if (value instanceof InviteUrl url) {
            return text(url.role().map(SignerRole::name)) + " " + url.reveal();
        }
        if (value instanceof SavedDocument document) {
            return document.fileName() + " " + document.size();
        }
        if (value instanceof UploadedDocument document) {
            return text(document.title());
        }
        if (value instanceof User user) {
            return text(user.systemUserId()) + " " + text(user.username()) + " " + text(user.company()) + " "
                    + text(user.status());
        }
        return value.toString();
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }
}
