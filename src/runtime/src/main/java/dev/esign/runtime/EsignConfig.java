package dev.esign.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.esign.rest.WireForm;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How to reach eSign and how to behave there.
 */
@ConfigMapping(prefix = "quarkus.esign")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface EsignConfig {

    /**
     * Where eSign's API is: the address up to and without `/rest`, for example `https://api.stage.esignonline.net`.
     * In dev and test mode a sandbox is started when this isn't set.
     */
    Optional<URI> url();

    /**
     * The API key, as eSign's representative gave it. It is encrypted by eSign's own EncryptString before it is used.
     */
    Optional<String> apiKey();

    /**
     * The API key encrypted beforehand with the salt, used instead of `quarkus.esign.api-key`, so that the plain key never
     * travels.
     */
    Optional<String> encryptedApiKey();

    /**
     * The salt: letters and digits of your choice, hard to guess. If the API key was encrypted beforehand, the one that it
     * was encrypted with.
     */
    Optional<String> salt();

    /**
     * The e-mail address of the eSign user who owns the sessions.
     */
    Optional<String> username();

    /**
     * The host URL that StartSession wants to know, used when a call gives none.
     */
    Optional<URI> returnUrl();

    /**
     * The landing URL of the account, to which a sign-in URL is appended. eSign is asked for it when it isn't set.
     */
    Optional<String> landingUrl();

    /**
     * The longest that a call may take, the sending of its documents included.
     */
    @WithDefault("5M")
    Duration timeout();

    /**
     * The longest that connecting may take.
     */
    @WithDefault("10S")
    Duration connectTimeout();

    /**
     * Whether an application in production mode refuses to start while required settings are missing. Without the check a
     * missing setting shows at the first call.
     */
    @WithDefault("true")
    boolean startupCheck();

    /**
     * Starting a session.
     */
    StartConfig start();

    /**
     * Forms of the JSON that the documentation leaves open.
     */
    WireConfig wire();

    /**
     * Starting a session: eSign processes anchor tags for some seconds after create and update, and refuses to start until
     * then.
     */
    interface StartConfig {

        /**
         * How long after its last document with anchor tags was sent a session is first started.
         */
        @WithDefault("2S")
        Duration delay();

        /**
         * How often a refused start is repeated; -1 for no limit but that of `max-duration`, 0 for never.
         */
        @WithDefault("12")
        int maxRetries();

        /**
         * The wait before the first repetition; each further one doubles.
         */
        @WithDefault("1S")
        Duration retryDelay();

        /**
         * The longest wait between two repetitions.
         */
        @WithDefault("8S")
        Duration maxRetryDelay();

        /**
         * By how much each wait is varied at random, so that many applications don't ask at the same moment.
         */
        @WithDefault("0.25S")
        Duration jitter();

        /**
         * The longest that all tries may take together, the delay before the first one not included.
         */
        @WithDefault("60S")
        Duration maxDuration();
    }

    /**
     * Forms of the JSON that the documentation leaves open.
     */
    interface WireConfig {

        /**
         * How documents are written. Base64 is 2.7 times shorter, but .NET's own JSON readers refuse it.
         */
        @WithDefault("numbers")
        WireForm.Bytes bytes();

        /**
         * How moments are written.
         */
        @WithDefault("dot-net")
        WireForm.Dates dates();

        /**
         * How `MergeFieldMapping` is written. A server that reads with `DataContractJsonSerializer` wants pairs.
         */
        @WithDefault("object")
        WireForm.Dictionary mergeFields();

        /**
         * How `Properties` is written.
         */
        @WithDefault("pairs")
        WireForm.Dictionary properties();

        /**
         * Numbers of authentication methods, by method: `none`, `password`, `sms`, `kba`, `kba-plus-password`. A method that
         * has none is written by name.
         */
        @ConfigDocMapKey("method")
        Map<String, Integer> authenticationNumbers();

        /**
         * Whether a request with documents announces its length, for which each document is read once before, or is sent in
         * chunks.
         */
        @WithDefault("exact")
        WireForm.Length length();

        /**
         * The name of the member of `AuthenticationSettings` that takes the phone number for authentication by SMS. eSign's
         * documentation names it nowhere; ask your representative.
         */
        @ConfigDocDefault("none: a signer with a phone number is refused")
        Optional<String> smsPhoneMember();
    }
}
