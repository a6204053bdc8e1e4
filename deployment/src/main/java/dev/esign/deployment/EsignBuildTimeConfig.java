package dev.esign.deployment;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What is decided when an application is built or developed.
 */
@ConfigMapping(prefix = "quarkus.esign")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface EsignBuildTimeConfig {

    /**
     * The sandbox that dev and test mode start.
     */
    DevServicesConfig devservices();

    /**
     * The sandbox that dev and test mode start.
     */
    interface DevServicesConfig {

        /**
         * Whether dev and test mode start a sandbox in their own JVM while `quarkus.esign.url` isn't set.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * The port of the sandbox; a free one by default.
         */
        Optional<Integer> port();

        /**
         * How long the sandbox takes to process the anchor tags of a document.
         */
        @WithDefault("3S")
        Duration tagProcessing();
    }
}
