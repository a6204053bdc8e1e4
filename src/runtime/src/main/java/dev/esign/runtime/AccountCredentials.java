package dev.esign.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import dev.esign.AuthenticationException;
import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.runtime.EsignConfig.TokenConfig;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.credentials.runtime.CredentialsProviderFinder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

/**
 * The secrets of an account: its settings, or what its credentials provider gives, which is asked anew for each token so that
 * a changed secret is noticed. Thread-safe.
 */
@Singleton
class AccountCredentials {

    static final String API_KEY = "api-key";
    static final String ENCRYPTED_API_KEY = "encrypted-api-key";
    static final String ENCRYPTED_PASSWORD = "encrypted-password";
    static final String SALT = "salt";

    private final SettingNames settings;
    private final EsignConfig config;
    private final boolean byPassword;
    /** All that were ever in use, to be taken out of texts. */
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    AccountCredentials(SettingNames settings, EsignConfig config) {
        this.settings = settings;
        this.config = config;
        this.byPassword = config.token().source() == TokenConfig.Source.USER_PASSWORD;
        Stream.of(config.apiKey(), config.encryptedApiKey(), config.token().password(), config.token().encryptedPassword())
                .flatMap(Optional::stream).filter(secret -> !secret.isBlank()).forEach(secrets::add);
    }

    /** Whether the bean is there that the settings mean. */
    static boolean hasProvider(EsignConfig config) {
        ArcContainer container = Arc.container();
        return set(config.credentialsProviderName()).map(name -> container.instance(name).isAvailable())
                .orElseGet(() -> container.select(CredentialsProvider.class).isResolvable());
    }

    /** How the settings of the account are called. */
    SettingNames settings() {
        return settings;
    }

    boolean byPassword() {
        return byPassword;
    }

    /** What a token is fetched with now; fails with an {@link AuthenticationException}, which repeats no message of others. */
    Uni<Credentials> current() {
        FailedCall call = FailedCall.of(byPassword ? Operation.GET_TOKEN_USER_NAME_PASSWORD : Operation.GET_TOKEN)
                .by(settings.account());
        return given()
                .onFailure().transform(failure -> new AuthenticationException(call, settings.of("credentials-provider")
                        + ": the credentials provider failed with " + failure.getClass().getName(), null))
                .map(given -> {
                    Optional<String> encrypted = encrypted(given);
                    String secret = encrypted.or(() -> plain(given)).orElseThrow(() -> missing(call,
                            byPassword ? ENCRYPTED_PASSWORD + " and no " + CredentialsProvider.PASSWORD_PROPERTY_NAME
                                    : ENCRYPTED_API_KEY + ", no " + API_KEY + " and no "
                                            + CredentialsProvider.PASSWORD_PROPERTY_NAME));
                    secrets.add(secret);
                    return new Credentials(secret, encrypted.isPresent(),
                            salt(given).orElseThrow(() -> missing(call, SALT)));
                });
    }

    /** The salt, with which users' passwords are encrypted too. */
    Uni<String> salt() {
        return given().map(given -> salt(given).orElseThrow(() -> new ConfigurationException(
                settings.allOf("salt") + " is missing; users' passwords are encrypted with it")));
    }

    /** eSign's texts are passed on; should one quote a credential, that is taken out. */
    String withoutSecrets(String text) {
        return secrets.stream().reduce(text, (result, secret) -> result.replace(secret, "***"));
    }

    private Optional<String> encrypted(Map<String, String> given) {
        return byPassword ? given(given, ENCRYPTED_PASSWORD).or(() -> set(config.token().encryptedPassword()))
                : given(given, ENCRYPTED_API_KEY).or(() -> set(config.encryptedApiKey()));
    }

    private Optional<String> plain(Map<String, String> given) {
        Optional<String> password = given(given, CredentialsProvider.PASSWORD_PROPERTY_NAME);
        return byPassword ? password.or(() -> set(config.token().password()))
                : given(given, API_KEY).or(() -> password).or(() -> set(config.apiKey()));
    }

    private Optional<String> salt(Map<String, String> given) {
        return given(given, SALT).or(() -> set(config.salt()));
    }

    private Uni<Map<String, String>> given() {
        return set(config.credentialsProvider())
                .map(name -> Uni.createFrom().deferred(
                        () -> CredentialsProviderFinder.find(set(config.credentialsProviderName()).orElse(null))
                                .getCredentialsAsync(name))
                        .onItem().ifNull().continueWith(Map.of()))
                .orElseGet(() -> Uni.createFrom().item(Map.of()));
    }

    private AuthenticationException missing(FailedCall call, String names) {
        return new AuthenticationException(call, settings.of("credentials-provider")
                + ": the credentials provider gave no " + names, null);
    }

    private static Optional<String> given(Map<String, String> given, String key) {
        return set(Optional.ofNullable(given.get(key)));
    }

    private static Optional<String> set(Optional<String> setting) {
        return setting.filter(text -> !text.isBlank());
    }
}
