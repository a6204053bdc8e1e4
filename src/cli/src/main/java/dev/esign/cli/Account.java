package dev.esign.cli;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.Config;

import dev.esign.sandbox.EsignSandbox;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Which eSign account the command line works with: the configured one, or an embedded sandbox. */
final class Account {

    /** Set while the sandbox is in use, to its URL. */
    static final String SANDBOX = "esign.cli.sandbox";

    private static final List<String> SETTINGS = List.of("quarkus.esign.url", "quarkus.esign.environment",
            "quarkus.rest-client.esign.url", "quarkus.esign.api-key", "quarkus.esign.encrypted-api-key", "quarkus.esign.salt",
            "quarkus.esign.username");

    private Account() {
    }

    /** Whether any setting of an account is there; one that is there but incomplete is an error, not a reason to play. */
    static boolean isConfigured() {
        // The usual one is that of the build, in an executable whose application hasn't started.
        Config config = ConfigUtils.emptyConfigBuilder().build();
        return SETTINGS.stream().anyMatch(setting -> config.getOptionalValue(setting, String.class).isPresent());
    }

    /** Starts a sandbox in this process and points the settings at it. */
    static EsignSandbox startSandbox() {
        EsignSandbox sandbox = EsignSandbox.start();
        String url = sandbox.url().toString();
        Map.of(SANDBOX, url,
                "quarkus.esign.url", url,
                "quarkus.esign.api-key", "sandbox-key",
                "quarkus.esign.salt", "sandboxSalt",
                "quarkus.esign.username", "owner@example.com",
                "quarkus.esign.return-url", url + "/")
                .forEach(System::setProperty);
        return sandbox;
    }
}
