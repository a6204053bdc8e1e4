package dev.esign.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.esign.EsignEnvironment;
import dev.esign.rest.WireForm;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/**
 * How to reach eSign with one account and how to behave there.
 */
@ConfigGroup
public interface EsignConfig {

    /**
     * Where eSign's API is: the address up to and without `/rest`, for example `https://api.stage.esignonline.net`.
     * In dev and test mode a sandbox is started when neither this nor the environment is set.
     */
    Optional<URI> url();

    /**
     * One of eSign's two documented addresses, instead of the URL: `stage` is `https://api.stage.esignonline.net`,
     * `production` is `https://api.esignonline.net`.
     */
    Optional<EsignEnvironment> environment();

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
     * The name under which a credentials provider is asked for the secrets, instead of setting them here. It gives the API
     * key as `encrypted-api-key`, `api-key` or `password`, and may give the `salt`.
     */
    Optional<String> credentialsProvider();

    /**
     * The name of the CDI bean that is the credentials provider. Not needed where there is one such bean.
     */
    Optional<String> credentialsProviderName();

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
     * The longest that a call may take, not counting what `quarkus.esign.upload.slowest-rate` allows for sending documents.
     */
    @WithDefault("60S")
    Duration timeout();

    /**
     * The longest that connecting may take.
     */
    @ConfigDocDefault("10S")
    Optional<Duration> connectTimeout();

    /**
     * The name of the TLS configuration (`quarkus.tls.<name>`) to use.
     */
    Optional<String> tlsConfigurationName();

    /**
     * The name of the proxy configuration (`quarkus.proxy.<name>`) to use.
     */
    Optional<String> proxyConfigurationName();

    /**
     * Tokens.
     */
    TokenConfig token();

    /**
     * Sending documents.
     */
    UploadConfig upload();

    /**
     * Creating a session.
     */
    CreateConfig create();

    /**
     * Starting a session.
     */
    StartConfig start();

    /**
     * Being asked to wait (HTTP 429 or 503 with `Retry-After`).
     */
    RetryAfterConfig retryAfter();

    /**
     * Leaving eSign alone when it fails.
     */
    CircuitBreakerConfig circuitBreaker();

    /**
     * Calls at the same time.
     */
    BulkheadConfig bulkhead();

    /**
     * Looking at anchor tags before documents are sent.
     */
    AnchorTagsConfig anchorTags();

    /**
     * Calls whose HTTP verb and address eSign's documentation doesn't publish.
     */
    OperationsConfig operations();

    /**
     * Forms of the JSON that the documentation leaves open.
     */
    WireConfig wire();

    /**
     * Webhook calls of eSign about this account.
     */
    WebhookConfig webhook();

    /**
     * Tokens: eSign wants a fresh one for each call.
     */
    interface TokenConfig {

        /**
         * What tokens are fetched with: the API key (GetToken), or the password of `quarkus.esign.username`
         * (GetTokenUserNamePassword, which eSign calls "to be deprecated").
         */
        @WithDefault("api-key")
        Source source();

        /**
         * The user's password, if tokens are fetched with it. It is encrypted by eSign's own EncryptString.
         */
        Optional<String> password();

        /**
         * The user's password encrypted beforehand with the salt, used instead of `quarkus.esign.token.password`.
         */
        Optional<String> encryptedPassword();

        /**
         * How long a token is used again, for all calls at once. eSign wants a fresh one for each call, so this is 0 unless
         * your account is known to allow more.
         */
        @WithDefault("0S")
        Duration reuse();

        /**
         * Keeps one token ready for the next call, for at most this long; 0 for none. It spares a call the wait for its
         * token, and costs a token each time none is wanted in time.
         */
        @WithDefault("0S")
        Duration ahead();

        /** What tokens are fetched with. */
        enum Source {
            /** GetToken. */
            API_KEY,
            /** GetTokenUserNamePassword. */
            USER_PASSWORD
        }
    }

    /**
     * Sending documents.
     */
    interface UploadConfig {

        /**
         * The slowest line that is put up with, in bytes a second: a call that sends documents may take longer than
         * `quarkus.esign.timeout` by the length of its request divided by this.
         */
        @WithDefault("64K")
        MemorySize slowestRate();
    }

    /**
     * Webhook calls of eSign about this account.
     */
    interface WebhookConfig {

        /**
         * The secrets that a call may carry as the last part of its path; any of them, so that one can replace another
         * without a gap. They tell to which account a call belongs, so each account has its own. The first one is the one that
         * `EsignWebhook` puts into the address. At least 16 letters, digits, `-`, `.`, `_` or `~` each.
         */
        Optional<List<String>> secrets();
    }

    /**
     * Being asked to wait: what eSign refuses with HTTP 429 or 503 and `Retry-After` is repeated after that time if it
     * changes nothing.
     */
    interface RetryAfterConfig {

        /**
         * How often a call is repeated; 0 for never.
         */
        @WithDefault("3")
        int maxRetries();

        /**
         * The longest that is waited; a call that is asked to wait longer fails.
         */
        @WithDefault("30S")
        Duration maxWait();
    }

    /**
     * Leaving eSign alone when it fails: while the breaker is open, calls fail at once.
     */
    interface CircuitBreakerConfig {

        /**
         * Whether there is one.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * How many of the latest calls are looked at.
         */
        @WithDefault("20")
        int requestVolumeThreshold();

        /**
         * The part of them that has to fail, by being unanswered, to open the breaker.
         */
        @WithDefault("0.5")
        double failureRatio();

        /**
         * How long it stays open.
         */
        @WithDefault("5S")
        Duration delay();
    }

    /**
     * Calls at the same time.
     */
    interface BulkheadConfig {

        /**
         * Whether they are limited.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * How many calls are under way at the same time.
         */
        @WithDefault("50")
        int maxCalls();

        /**
         * How many more wait their turn; a call beyond them fails.
         */
        @WithDefault("20000")
        int maxWaiting();
    }

    /**
     * Creating a session: what is done when the answer is lost.
     */
    interface CreateConfig {

        /**
         * How long after a lost answer the session is looked for by its transaction id.
         */
        @WithDefault("2S")
        Duration lookUpAfter();

        /**
         * Whether a session that isn't found then is created again. It might still appear, if eSign was only slow, and there
         * would be two; so this is off.
         */
        @WithDefault("false")
        boolean repeatWhenAbsent();
    }

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
         * By how much each wait is varied at random, up to `max-retry-delay`, so that many applications don't ask at the same
         * moment.
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

    /**
     * Looking at anchor tags before documents are sent, by the artifact `dev.esign:esign-anchor-tags`.
     */
    interface AnchorTagsConfig {

        /**
         * What is done about documents with anchor tags that eSign won't read as they are meant. They are read for it once
         * more. `refuse` sends nothing while there are errors, and warns of the rest.
         */
        @ConfigDocDefault("warn, in an application with that artifact")
        Optional<Check> check();

        /**
         * What a tag begins with, as the account's administrator has set it.
         */
        @WithDefault("<")
        char openingDelimiter();

        /**
         * What a tag ends with.
         */
        @WithDefault(">")
        char closingDelimiter();

        /**
         * What stands for a space in the items of dropdowns, where the account has a character for that.
         */
        Optional<Character> itemSpace();

        /** What is done about tags. */
        enum Check {
            /** They aren't looked at. */
            OFF,
            /** Findings are logged. */
            WARN,
            /** Errors keep the documents from being sent. */
            REFUSE
        }
    }

    /**
     * Calls whose HTTP verb and address eSign's documentation doesn't publish: ask eSign's representative for both.
     */
    interface OperationsConfig {

        /**
         * GetSessionFiles, the documents of a session.
         */
        OperationConfig sessionFiles();

        /**
         * GetArchivedSessionFiles, the documents of an archived session.
         */
        OperationConfig archivedSessionFiles();

        /**
         * GetSessionInviteUrls, the addresses at which the signers of a session sign.
         */
        OperationConfig inviteUrls();
    }

    /**
     * How one call is made.
     */
    interface OperationConfig {

        /**
         * The HTTP verb of the call: `GET`, `POST` or `PUT`.
         */
        @ConfigDocDefault("none: the call can't be made")
        Optional<String> method();

        /**
         * The address of the call, relative to `quarkus.esign.url`, for example `rest/v1/sessions/{sessionId}/files`. In its
         * path or query it names the session by `{sessionId}` and, if it needs to, the sessions' owner by `{userName}`.
         */
        @ConfigDocDefault("none: the call can't be made")
        Optional<String> uri();
    }
}
