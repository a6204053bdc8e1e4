package dev.esign;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.esign.runtime.AccountKeys;
import dev.esign.spi.TokenSource;

/**
 * The settings of an account that is opened at run time ({@link EsignAccounts#open}). {@code toString} shows no secret.
 */
public final class EsignAccountSettings {

    private final Builder given;

    private EsignAccountSettings(Builder given) {
        this.given = given;
    }

    /**
     * Settings for an account.
     *
     * @param account its name, by which events, failures and {@link EsignAccounts#get} know it; not secret
     * @return a builder without any setting
     * @throws IllegalArgumentException when the name is blank or that of a setting, such as {@code token}
     */
    public static Builder named(String account) {
        if (AccountKeys.isReserved(Objects.requireNonNull(account, "account"))) {
            throw new IllegalArgumentException("account: can't be named '" + account
                    + "', which is blank, has a quotation mark, or is the name of a setting");
        }
        return new Builder(account);
    }

    /** @return the name of the account */
    public String account() {
        return given.account;
    }

    Optional<URI> url() {
        return Optional.ofNullable(given.url);
    }

    Optional<EsignEnvironment> environment() {
        return Optional.ofNullable(given.environment);
    }

    Optional<String> apiKey() {
        return Optional.ofNullable(given.apiKey);
    }

    Optional<String> encryptedApiKey() {
        return Optional.ofNullable(given.encryptedApiKey);
    }

    Optional<String> salt() {
        return Optional.ofNullable(given.salt);
    }

    Optional<String> username() {
        return Optional.ofNullable(given.username);
    }

    Optional<URI> returnUrl() {
        return Optional.ofNullable(given.returnUrl);
    }

    Optional<String> landingUrl() {
        return Optional.ofNullable(given.landingUrl);
    }

    Optional<Duration> timeout() {
        return Optional.ofNullable(given.timeout);
    }

    List<String> webhookSecrets() {
        return given.webhookSecrets;
    }

    Optional<TokenSource> tokens() {
        return Optional.ofNullable(given.tokens);
    }

    @Override
    public String toString() {
        return "EsignAccountSettings[" + given.account + "]";
    }

    /** Collects the settings of an account. Not thread-safe. */
    public static final class Builder {

        private final String account;
        private URI url;
        private EsignEnvironment environment;
        private String apiKey;
        private String encryptedApiKey;
        private String salt;
        private String username;
        private URI returnUrl;
        private String landingUrl;
        private Duration timeout;
        private TokenSource tokens;
        private List<String> webhookSecrets = List.of();

        private Builder(String account) {
            this.account = account;
        }

        private Builder(Builder other) {
            this.account = other.account;
            this.url = other.url;
            this.environment = other.environment;
            this.apiKey = other.apiKey;
            this.encryptedApiKey = other.encryptedApiKey;
            this.salt = other.salt;
            this.username = other.username;
            this.returnUrl = other.returnUrl;
            this.landingUrl = other.landingUrl;
            this.timeout = other.timeout;
            this.tokens = other.tokens;
            this.webhookSecrets = other.webhookSecrets;
        }

        /**
         * Where the account's eSign is. Without it and an environment, that of the default account.
         *
         * @param url the address up to and without {@code /rest}
         * @return this
         */
        public Builder url(URI url) {
            this.url = url;
            return this;
        }

        /**
         * Which eSign the account belongs to, instead of its address.
         *
         * @param environment the environment
         * @return this
         */
        public Builder environment(EsignEnvironment environment) {
            this.environment = environment;
            return this;
        }

        /**
         * The API key, which eSign encrypts before it is used.
         *
         * @param apiKey the plain key
         * @return this
         */
        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /**
         * The API key, encrypted beforehand with the salt.
         *
         * @param encryptedApiKey the cipher text
         * @return this
         */
        public Builder encryptedApiKey(String encryptedApiKey) {
            this.encryptedApiKey = encryptedApiKey;
            return this;
        }

        /**
         * The salt.
         *
         * @param salt letters and digits; those that the API key was encrypted with
         * @return this
         */
        public Builder salt(String salt) {
            this.salt = salt;
            return this;
        }

        /**
         * The user who owns the sessions.
         *
         * @param username the user's e-mail address
         * @return this
         */
        public Builder username(String username) {
            this.username = username;
            return this;
        }

        /**
         * The host URL of calls that give none. Without it, that of the default account.
         *
         * @param returnUrl the URL
         * @return this
         */
        public Builder returnUrl(URI returnUrl) {
            this.returnUrl = returnUrl;
            return this;
        }

        /**
         * The landing URL of the account. eSign is asked for it when it isn't given.
         *
         * @param landingUrl the URL, to which a sign-in URL is appended
         * @return this
         */
        public Builder landingUrl(String landingUrl) {
            this.landingUrl = landingUrl;
            return this;
        }

        /**
         * The longest that a call may take. Without it, that of the default account.
         *
         * @param timeout more than zero
         * @return this
         */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * Tokens of the application's own, for which neither an API key nor a salt is needed.
         *
         * @param tokens the source
         * @return this
         */
        public Builder tokens(TokenSource tokens) {
            this.tokens = tokens;
            return this;
        }

        /**
         * The secrets that eSign's webhook calls about the account may carry, any of them; the first one stands in
         * {@link EsignWebhook#path}. No other account has one of them, since they tell to which account a call belongs. They
         * are ignored in an application that takes no webhook calls.
         *
         * @param secrets each of at least 16 letters, digits, {@code -}, {@code .}, {@code _} or {@code ~}
         * @return this
         */
        public Builder webhookSecrets(String... secrets) {
            this.webhookSecrets = List.of(secrets);
            return this;
        }

        /**
         * The settings so far. They are checked when the account is opened.
         *
         * @return the settings
         */
        public EsignAccountSettings build() {
            return new EsignAccountSettings(new Builder(this));
        }
    }
}
