package dev.esign.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.esign.runtime.EsignConfig.TokenConfig;
import dev.esign.spi.TokenSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The settings without which eSign can't be called. The bean can't be made while any is missing: who needs eSign injects it
 * first, so that one message tells all, before a REST client complains of its URL alone.
 */
@Singleton
class RequiredSettings {

    private final String username;

    /**
     * Looks for all of them. An application with a token source of its own needs no API key and no salt here.
     *
     * @throws ConfigurationException when any is missing; its message lists each with its environment variable
     */
    RequiredSettings(EsignConfig config, InjectableInstance<TokenSource> tokens) {
        boolean credentialsNeeded = tokens.getHandle().getBean().getBeanClass() == EsignTokenSource.class;
        List<String> missing = new ArrayList<>();
        if (ConfigProvider.getConfig().getOptionalValue(StandardKeys.URL, String.class).isEmpty()) {
            missing.add(line("url", "where eSign's API is, for example https://api.stage.esignonline.net"));
        }
        boolean byPassword = config.token().source() == TokenConfig.Source.USER_PASSWORD;
        if (credentialsNeeded && !byPassword && isBlank(config.apiKey()) && isBlank(config.encryptedApiKey())) {
            missing.add(line("api-key", "the API key from eSign's representative, or quarkus.esign.encrypted-api-key"));
        }
        if (credentialsNeeded && byPassword && isBlank(config.token().password())
                && isBlank(config.token().encryptedPassword())) {
            missing.add(line("token.password", "the user's password, or quarkus.esign.token.encrypted-password"));
        }
        if (credentialsNeeded && isBlank(config.salt())) {
            missing.add(line("salt", "letters and digits of your choice, or those the API key was encrypted with"));
        }
        if (isBlank(config.username())) {
            missing.add(line("username", "the e-mail address of the eSign user who owns the sessions"));
        }
        if (!missing.isEmpty()) {
            throw new ConfigurationException("eSign can't be called, settings are missing:\n" + String.join("\n", missing)
                    + "\nSee docs/configuration.md.");
        }
        new ConfiguredOperations(config.operations()); // an address that can't be one shows as early as a missing setting
        this.username = config.username().orElseThrow();
    }

    /** The e-mail address of the sessions' owner. */
    String username() {
        return username;
    }

    private static boolean isBlank(Optional<String> setting) {
        return setting.map(String::isBlank).orElse(true);
    }

    private static String line(String name, String meaning) {
        String property = "quarkus.esign." + name;
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return "  " + property + " (" + variable + "): " + meaning;
    }
}
