package dev.esign.deployment;

import java.net.URI;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import io.quarkus.runtime.LaunchMode;

/**
 * Where the application takes eSign's webhook calls about its default account.
 *
 * @param server host and port, if the port isn't chosen at the start
 * @param path the whole path, with its secret
 */
record ApplicationWebhook(Optional<URI> server, String path) {

    static final String SECRETS = "webhook.secrets";

    /**
     * Finds it.
     *
     * @param secret what the path ends with
     * @return nothing if the application takes no calls
     */
    static Optional<ApplicationWebhook> of(Config config, LaunchMode mode, String secret) {
        if (!isEnabled(config)) {
            return Optional.empty();
        }
        String path = String.join("/", "", text(config, "quarkus.http.root-path", "/"),
                text(config, "quarkus.esign.webhook.path", "/esign/webhook"), secret).replaceAll("/+", "/");
        boolean test = mode == LaunchMode.TEST;
        int port = config.getOptionalValue(test ? "quarkus.http.test-port" : "quarkus.http.port", Integer.class)
                .orElse(test ? 8081 : 8080);
        String host = text(config, test ? "quarkus.http.test-host" : "quarkus.http.host", "localhost");
        return Optional.of(new ApplicationWebhook(port > 0
                ? Optional.of(URI.create("http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port))
                : Optional.empty(), path));
    }

    static boolean isEnabled(Config config) {
        return config.getOptionalValue("quarkus.esign.webhook.enabled", Boolean.class).orElse(false);
    }

    private static String text(Config config, String property, String otherwise) {
        return config.getOptionalValue(property, String.class).orElse(otherwise);
    }

    /** The whole address, if the port isn't chosen at the start. */
    Optional<URI> url() {
        return server.map(address -> address.resolve(path));
    }

    /** Who knows the path may call. */
    @Override
    public String toString() {
        return "ApplicationWebhook[" + server + "]";
    }
}
