package dev.esign.runtime.webhook;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The address at which eSign calls the application.
 */
@ConfigMapping(prefix = "quarkus.esign.webhook")
@ConfigRoot(phase = ConfigPhase.BUILD_AND_RUN_TIME_FIXED)
public interface WebhookFixedConfig {

    /**
     * Whether the application takes eSign's webhook calls. It needs an HTTP server for that, for example
     * `io.quarkus:quarkus-vertx-http` or `io.quarkus:quarkus-rest`.
     */
    @WithDefault("false")
    boolean enabled();

    /**
     * Where it takes them: the path before the secret, below `quarkus.http.root-path`.
     */
    @WithDefault("/esign/webhook")
    String path();

    /**
     * The path from the root of the server, without a slash at its end.
     *
     * @param rootPath {@code quarkus.http.root-path}
     * @return the path before the slash and the secret
     */
    default String pathBelow(String rootPath) {
        return ("/" + rootPath + "/" + path()).replaceAll("/+", "/").replaceAll("/$", "");
    }
}
