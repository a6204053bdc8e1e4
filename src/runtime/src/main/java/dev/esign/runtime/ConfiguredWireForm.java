package dev.esign.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.esign.rest.WireForm;
import dev.esign.runtime.EsignConfig.WireConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The form of requests, from the settings. */
class ConfiguredWireForm {

    @Produces
    @Singleton
    static WireForm form(EsignConfig config, SettingNames settings) {
        WireConfig wire = config.wire();
        return new WireForm(wire.bytes(), wire.dates(), wire.mergeFields(), wire.properties(),
                authenticationNumbers(wire, settings),
                wire.length());
    }

    /** The numbers by the documented names, which a setting may spell in any case and with dashes. */
    private static Map<String, Integer> authenticationNumbers(WireConfig wire, SettingNames settings) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        wire.authenticationNumbers().forEach((given, number) -> numbers.put(documentedName(given, settings), number));
        return numbers;
    }

    private static String documentedName(String given, SettingNames settings) {
        return SessionPayloads.AUTHENTICATION_METHODS.stream()
                .filter(name -> name.equalsIgnoreCase(given.replace("-", ""))).findFirst()
                .orElseThrow(() -> new ConfigurationException(settings.of("wire.authentication-numbers." + given)
                        + ": isn't an authentication method; give one of "
                        + String.join(", ", SessionPayloads.AUTHENTICATION_METHODS)));
    }
}
