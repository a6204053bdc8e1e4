package dev.esign;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import dev.esign.runtime.EsignConfig;

/** The settings of an account that isn't configured: what is given, and for the rest how the default account behaves. */
final class GivenAccount implements EsignConfig {

    private final EsignAccountSettings given;
    private final EsignConfig defaultAccount;

    GivenAccount(EsignAccountSettings given, EsignConfig defaultAccount) {
        this.given = given;
        this.defaultAccount = defaultAccount;
    }

    @Override
    public Optional<URI> url() {
        return given.url();
    }

    @Override
    public Optional<EsignEnvironment> environment() {
        return given.environment();
    }

    @Override
    public Optional<String> apiKey() {
        return given.apiKey();
    }

    @Override
    public Optional<String> encryptedApiKey() {
        return given.encryptedApiKey();
    }

    @Override
    public Optional<String> salt() {
        return given.salt();
    }

    @Override
    public Optional<String> credentialsProvider() {
        return Optional.empty();
    }

    @Override
    public Optional<String> credentialsProviderName() {
        return Optional.empty();
    }

    @Override
    public Optional<String> username() {
        return given.username();
    }

    @Override
    public Optional<URI> returnUrl() {
        return given.returnUrl().or(defaultAccount::returnUrl);
    }

    @Override
    public Optional<String> landingUrl() {
        return given.landingUrl();
    }

    @Override
    public Duration timeout() {
        return given.timeout().orElseGet(defaultAccount::timeout);
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Optional<String> tlsConfigurationName() {
        return Optional.empty();
    }

    @Override
    public Optional<String> proxyConfigurationName() {
        return Optional.empty();
    }

    @Override
    public TokenConfig token() {
        return FreshTokens.INSTANCE;
    }

    @Override
    public WebhookConfig webhook() {
        return () -> Optional.of(given.webhookSecrets());
    }

    @Override
    public UploadConfig upload() {
        return defaultAccount.upload();
    }

    @Override
    public CreateConfig create() {
        return defaultAccount.create();
    }

    @Override
    public StartConfig start() {
        return defaultAccount.start();
    }

    @Override
    public RetryAfterConfig retryAfter() {
        return defaultAccount.retryAfter();
    }

    @Override
    public CircuitBreakerConfig circuitBreaker() {
        return defaultAccount.circuitBreaker();
    }

    @Override
    public BulkheadConfig bulkhead() {
        return defaultAccount.bulkhead();
    }

    @Override
    public OperationsConfig operations() {
        return defaultAccount.operations();
    }

    @Override
    public AnchorTagsConfig anchorTags() {
        return defaultAccount.anchorTags();
    }

    @Override
    public WireConfig wire() {
        return defaultAccount.wire();
    }

    /** One token for each call, fetched with the API key. */
    private enum FreshTokens implements TokenConfig {
        INSTANCE;

        @Override
        public Source source() {
            return Source.API_KEY;
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<String> encryptedPassword() {
            return Optional.empty();
        }

        @Override
        public Duration reuse() {
            return Duration.ZERO;
        }

        @Override
        public Duration ahead() {
            return Duration.ZERO;
        }
    }
}
