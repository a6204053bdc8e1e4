package dev.esign.runtime;

import dev.esign.model.SessionId;
import io.smallrye.mutiny.Uni;

/** Looks at what a caller gave before anything is sent, when the call is subscribed to. */
final class Arguments {

    private Arguments() {
    }

    /** The text; fails with an {@link IllegalArgumentException} if there is none. */
    static Uni<String> notBlank(String text, String name) {
        return Uni.createFrom().item(() -> {
            if (text == null || text.isBlank()) {
                throw new IllegalArgumentException(name + ": is missing or blank; nothing was sent");
            }
            return text;
        });
    }

    /** The text of the id; fails with an {@link IllegalArgumentException} if there is none. */
    static Uni<String> id(SessionId sessionId) {
        return notBlank(sessionId == null ? null : sessionId.value(), "session id");
    }
}
