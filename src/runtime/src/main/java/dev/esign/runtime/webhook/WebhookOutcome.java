package dev.esign.runtime.webhook;

import java.util.Locale;

/** What became of a webhook call. */
public enum WebhookOutcome {

    /** Observers were told. */
    TOLD,
    /** It came before. */
    DUPLICATE,
    /** The session says otherwise. */
    CONTRADICTED,
    /** A synchronous observer failed. */
    OBSERVER_FAILED,
    /** There was no message in it. */
    UNREADABLE,
    /** It was too long. */
    TOO_LARGE,
    /** It didn't know a secret. */
    UNKNOWN_SECRET;

    /** The name as meters show it: {@code too-large}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
