package dev.esign.runtime.webhook;

import java.time.Duration;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/**
 * How eSign's webhook calls are taken, whatever the account.
 */
@ConfigGroup
public interface WebhookInboxConfig {

    /**
     * Whether an application in production mode must not start while no account has a secret. Without a secret nobody can
     * call.
     */
    @WithDefault("true")
    boolean secretsRequired();

    /**
     * The longest message; a longer one is refused before it is read.
     */
    @WithDefault("64K")
    MemorySize maxSize();

    /**
     * How deep the JSON of a message may be nested.
     */
    @WithDefault("16")
    int maxDepth();

    /**
     * What is done to confirm a message, since eSign signs none: nothing, or the session is read back (GetSession) before
     * the event is fired.
     */
    @WithDefault("none")
    Verification verify();

    /**
     * How long after a session contradicted a message it is read once more before the message is dropped.
     */
    @WithDefault("2S")
    Duration readBackDelay();

    /**
     * Messages that come more than once.
     */
    DuplicatesConfig duplicates();

    /** What is done to confirm a message. */
    enum Verification {
        /** Nothing. */
        NONE,
        /** The session is read back. */
        READ_BACK
    }

    /**
     * Messages that come more than once.
     */
    interface DuplicatesConfig {

        /**
         * How long a message is remembered; the same one again within this time is dropped, unless the session or signer has
         * had another status in between. 0 for never.
         */
        @WithDefault("10M")
        Duration window();

        /**
         * How many sessions and signers are remembered at most; the oldest are forgotten first.
         */
        @WithDefault("10000")
        int max();
    }
}
