package dev.esign.runtime;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.esign.spi.TokenSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The settings without which eSign can't be called. The object can't be made while anything is wrong with them: who needs eSign
 * injects it first, so that one message tells all, before a REST client complains of its URL alone.
 */
@Singleton
class RequiredSettings {

    private final String username;

    /**
     * Those of the default account.
     *
     * @throws ConfigurationException when anything is missing or wrong; its message lists all of it
     */
    @Inject
    RequiredSettings(EsignConfig config, InjectableInstance<TokenSource> tokens) {
        this(config, problems(config, tokens));
    }

    /**
     * Those of any account.
     *
     * @param problems what is wrong with them
     * @throws ConfigurationException when there are problems
     */
    RequiredSettings(EsignConfig config, List<String> problems) {
        if (!problems.isEmpty()) {
            throw failure(problems);
        }
        this.username = config.username().orElseThrow();
    }

    /** The e-mail address of the sessions' owner. */
    String username() {
        return username;
    }

    /** What is wrong with the default account. */
    static List<String> problems(EsignConfig config, InjectableInstance<TokenSource> tokens) {
        return new SettingsCheck(new SettingNames(), config).problems(defaultUrlIsSet(),
                tokens.getHandle().getBean().getBeanClass() != EsignTokenSource.class);
    }

    /** Whether it is known where the eSign of the default account is, by any of the keys. */
    static boolean defaultUrlIsSet() {
        return ConfigProvider.getConfig().getOptionalValue(StandardKeys.URL, String.class).isPresent();
    }

    static ConfigurationException failure(List<String> problems) {
        return new ConfigurationException("eSign can't be called, settings are missing or wrong:\n"
                + String.join("\n", problems) + "\nSee docs/configuration.md.");
    }
}
