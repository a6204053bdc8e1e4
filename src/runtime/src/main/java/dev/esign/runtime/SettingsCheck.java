package dev.esign.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.esign.EsignEnvironment;
import dev.esign.model.EmailAddress;
import dev.esign.runtime.EsignConfig.AnchorTagsConfig.Check;
import dev.esign.runtime.EsignConfig.TokenConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Finds all that is wrong with the settings of one account: what is missing, contradicts itself or can't be. Texts are never
 * quoted: they may be secret, or put into the wrong place.
 */
final class SettingsCheck {

    private final SettingNames names;
    private final EsignConfig config;
    private final List<String> problems = new ArrayList<>();

    /**
     * A check.
     *
     * @param names how the settings are called
     * @param config the settings
     */
    SettingsCheck(SettingNames names, EsignConfig config) {
        this.names = names;
        this.config = config;
    }

    /**
     * Looks at all of them.
     *
     * @param hasUrl whether it is known where eSign is
     * @param ownTokens whether the application brings tokens of its own, so that it needs neither an API key nor a salt
     * @return a line for each problem
     */
    List<String> problems(boolean hasUrl, boolean ownTokens) {
        address(hasUrl);
        secrets(!ownTokens);
        if (isBlank(config.username())) {
            missing("username", "the e-mail address of the eSign user who owns the sessions");
        }
        config.username().filter(name -> !name.isBlank() && !EmailAddress.isWellFormed(name)).ifPresent(name -> add("username",
                "is no e-mail address; give that of the eSign user who owns the sessions, like name@example.com"));
        config.returnUrl().filter(url -> !isWebAddress(url)).ifPresent(url -> add("return-url",
                "has no http:// or https:// or no host; give an address like https://www.example.com/signed"));
        ends("api-key", config.apiKey());
        ends("encrypted-api-key", config.encryptedApiKey());
        ends("salt", config.salt());
        ends("token.encrypted-password", config.token().encryptedPassword());
        ranges();
        anchorTags();
        try {
            new ConfiguredOperations(config.operations(), names);
        } catch (ConfigurationException impossible) {
            problems.add("  " + impossible.getMessage());
        }
        return problems;
    }

    /**
     * Looks at the settings that are the application's, whatever the account.
     *
     * @param config the settings
     * @return a line for each problem
     */
    static List<String> problemsOfTheApplication(EsignAccountsConfig config) {
        SettingsCheck check = new SettingsCheck(new SettingNames(), config.defaultAccount());
        check.positive("health.max-wait", config.health().maxWait());
        check.notNegative("health.cache", config.health().cache());
        check.atLeast("webhook.max-size", 1, config.webhook().maxSize().asLongValue());
        check.atLeast("webhook.max-depth", 1, config.webhook().maxDepth());
        check.notNegative("webhook.read-back-delay", config.webhook().readBackDelay());
        check.notNegative("webhook.duplicates.window", config.webhook().duplicates().window());
        check.atLeast("webhook.duplicates.max", 1, config.webhook().duplicates().max());
        return check.problems;
    }

    private void address(boolean hasUrl) {
        Optional<URI> url = config.url().filter(address -> !address.toString().isBlank());
        if (url.isEmpty() && config.environment().isEmpty() && !hasUrl) {
            missing("url", "where eSign's API is, for example " + EsignEnvironment.STAGE.url()
                    + ", or set " + name("environment") + " to stage or production");
        }
        url.ifPresent(address -> {
            if (!isWebAddress(address)) {
                add("url", "has no https:// or no host; give an address like " + EsignEnvironment.STAGE.url());
            } else if ("http".equalsIgnoreCase(address.getScheme())
                    && address.getHost().toLowerCase(Locale.ROOT).endsWith(".esignonline.net")) {
                add("url", "begins with http://, and eSign is there by https:// only; begin it so");
            } else {
                config.environment().filter(one -> !one.url().toString().equals(StandardKeys.base(address.toString())))
                        .ifPresent(one -> add("url", "contradicts " + name("environment") + ", which means " + one.url()
                                + ": set one of the two"));
            }
        });
    }

    /** Whether it has a scheme of the web and a host. */
    static boolean isWebAddress(URI url) {
        return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme())) && url.getHost() != null;
    }

    private void secrets(boolean needed) {
        boolean byPassword = config.token().source() == TokenConfig.Source.USER_PASSWORD;
        String plain = byPassword ? "token.password" : "api-key";
        String encrypted = byPassword ? "token.encrypted-password" : "encrypted-api-key";
        boolean hasPlain = !isBlank(byPassword ? config.token().password() : config.apiKey());
        boolean hasEncrypted = !isBlank(byPassword ? config.token().encryptedPassword() : config.encryptedApiKey());
        boolean hasProvider = !isBlank(config.credentialsProvider());
        if (hasProvider && (hasPlain || hasEncrypted)) {
            add("credentials-provider", "contradicts " + name(hasPlain ? plain : encrypted) + ": set one of the two");
        } else if (hasPlain && hasEncrypted) {
            add(encrypted, "contradicts " + name(plain) + ": set one of the two");
        } else if (needed && !hasProvider && !hasPlain && !hasEncrypted) {
            missing(plain, (byPassword ? "the user's password" : "the API key from eSign's representative")
                    + ", or set " + name(encrypted) + " or " + name("credentials-provider"));
        }
        if (!isBlank(config.credentialsProviderName()) && !hasProvider) {
            add("credentials-provider-name", "is of no use without " + name("credentials-provider"));
        }
        if (hasProvider && !AccountCredentials.hasProvider(config)) {
            add("credentials-provider-name", isBlank(config.credentialsProviderName())
                    ? "is missing: there is no credentials provider, or several of them"
                    : "there is no bean of this name");
        }
        if (needed && !hasProvider && isBlank(config.salt())) {
            missing("salt", "letters and digits of your choice, or those the API key was encrypted with");
        }
        if (!config.token().reuse().isZero() && !config.token().ahead().isZero()) {
            add("token.ahead", "contradicts " + name("token.reuse")
                    + ": a token that is used again needs none ahead; set one of them to 0S");
        }
    }

    private void anchorTags() {
        config.anchorTags().check().filter(check -> check != Check.OFF && !TagCheck.isPossible())
                .ifPresent(check -> add("anchor-tags.check", "needs the artifact dev.esign:esign-anchor-tags: add it to the "
                        + "application's dependencies, or set it to off"));
    }

    private void ranges() {
        positive("timeout", config.timeout());
        config.connectTimeout().ifPresent(timeout -> positive("connect-timeout", timeout));
        notNegative("token.reuse", config.token().reuse());
        notNegative("token.ahead", config.token().ahead());
        atLeast("upload.slowest-rate", 1, config.upload().slowestRate().asLongValue());
        notNegative("create.look-up-after", config.create().lookUpAfter());
        notNegative("start.delay", config.start().delay());
        atLeast("start.max-retries", -1, config.start().maxRetries());
        notNegative("start.retry-delay", config.start().retryDelay());
        notNegative("start.jitter", config.start().jitter());
        zeroOrLonger("start.max-retry-delay", config.start().maxRetryDelay(), "start.retry-delay", config.start().retryDelay());
        zeroOrLonger("start.max-duration", config.start().maxDuration(), "start.retry-delay", config.start().retryDelay());
        atLeast("retry-after.max-retries", 0, config.retryAfter().maxRetries());
        notNegative("retry-after.max-wait", config.retryAfter().maxWait());
        atLeast("circuit-breaker.request-volume-threshold", 1, config.circuitBreaker().requestVolumeThreshold());
        double ratio = config.circuitBreaker().failureRatio();
        if (!(ratio >= 0 && ratio <= 1)) {
            add("circuit-breaker.failure-ratio", "is " + ratio + "; give 0 to 1");
        }
        notNegative("circuit-breaker.delay", config.circuitBreaker().delay());
        atLeast("bulkhead.max-calls", 1, config.bulkhead().maxCalls());
        atLeast("bulkhead.max-waiting", 1, config.bulkhead().maxWaiting());
    }

    private void positive(String member, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            add(member, "is " + duration + "; give more than 0");
        }
    }

    private void notNegative(String member, Duration duration) {
        if (duration.isNegative()) {
            add(member, "is " + duration + "; give 0 or more");
        }
    }

    /** 0 is no limit, for fault tolerance. */
    private void zeroOrLonger(String member, Duration limit, String limited, Duration duration) {
        if (!limit.isZero() && limit.compareTo(duration) < 0) {
            add(member, "is shorter than " + name(limited));
        }
    }

    private void atLeast(String member, long least, long number) {
        if (number < least) {
            add(member, "is " + number + "; give " + least + " or more");
        }
    }

    /** Files and variables like to end with a line break, which makes another key of a key. */
    private void ends(String member, Optional<String> value) {
        value.filter(text -> !text.isBlank() && !text.equals(text.strip()))
                .ifPresent(text -> add(member, "begins or ends with a space or a line break; take it out"));
    }

    private void missing(String member, String meaning) {
        add(member, "is missing: " + meaning + names.slip(member)
                .map(slip -> " (" + slip + " is set; it isn't written like that)").orElse(""));
    }

    private String name(String member) {
        return names.allOf(member);
    }

    private void add(String member, String problem) {
        problems.add("  " + name(member) + ": " + problem);
    }

    private static boolean isBlank(Optional<String> setting) {
        return setting.map(String::isBlank).orElse(true);
    }
}
