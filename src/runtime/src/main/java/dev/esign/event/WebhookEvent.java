package dev.esign.event;

import java.util.Optional;

import dev.esign.model.SessionId;

/**
 * What eSign told the application by a call of its webhook (WebHook, {@code EsignData}). Observe one of the kinds with
 * {@code @Observes} or {@code @ObservesAsync}, for one account with {@code @EsignAccount("name")} too; {@code docs/webhooks.md}
 * tells which thread an observer runs on and what
 * happens when it fails. eSign doesn't sign its calls: {@link #check()} says how far the content can be trusted. No event
 * shows a title or a reason in {@code toString}. Immutable.
 */
public sealed interface WebhookEvent permits SessionStatusChanged, SignerStatusChanged, UnknownNotification {

    /**
     * @return the name of the account whose secret the call carried; {@link dev.esign.EsignAccount#DEFAULT} for the default one
     */
    String account();

    /** @return the session ({@code SigningSessionId}) */
    SessionId sessionId();

    /** @return {@code NewSigningSessionId}, which the documentation doesn't explain; empty when absent or all zeros */
    Optional<SessionId> newSessionId();

    /** @return the session's title; empty when eSign didn't send it */
    Optional<String> title();

    /** @return whether the session was read back to confirm the message */
    Check check();

    /** What is known of a message beyond its knowing the secret. */
    enum Check {
        /** Nothing: {@code quarkus.esign.webhook.verify} is {@code none}. */
        NOT_CHECKED,
        /** The session was read, and its state agrees. */
        CONFIRMED,
        /** The session couldn't be read, or what was read doesn't tell. */
        UNDECIDED
    }
}
