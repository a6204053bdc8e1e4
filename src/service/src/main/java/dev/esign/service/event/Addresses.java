package dev.esign.service.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;

/** Looks at the settings that say where events go, and tells all that is wrong with them at once. */
@Singleton
class Addresses {

    private final TlsConfigurationRegistry registry;

    Addresses(TlsConfigurationRegistry registry) {
        this.registry = registry;
    }

    /** Fails when there are problems. */
    static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException("Events can't be told, settings are missing or wrong:\n  "
                    + String.join("\n  ", problems) + "\nSee docs/service-events.md.");
        }
    }

    void checkUrl(String setting, String url, List<String> problems) {
        try {
            URI address = new URI(url);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())
                    && address.getRawUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException notAnAddress) {
            // Its message quotes the address.
        }
        problems.add(setting + ": isn't an address; give one like https://crm.example.com/esign, without user information");
    }

    /** The named configuration, or the default one, if there is any. */
    Optional<TlsConfiguration> tls(String setting, Optional<String> name, List<String> problems) {
        if (name.isEmpty()) {
            return registry.getDefault();
        }
        Optional<TlsConfiguration> configuration = registry.get(name.get());
        if (configuration.isEmpty()) {
            problems.add(setting + ": there is no TLS configuration of this name; set quarkus.tls." + name.get() + ".…");
        }
        return configuration;
    }
}
