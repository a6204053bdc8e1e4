package dev.esign.deployment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.esign.sandbox.WireMode;
import io.quarkus.runtime.annotations.ConfigDocDefault;
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
     * The readiness check.
     */
    HealthConfig health();

    /**
     * Meters.
     */
    MetricsConfig metrics();

    /**
     * Spans.
     */
    TracingConfig tracing();

    /**
     * The sandbox that dev and test mode start.
     */
    interface DevServicesConfig {

        /**
         * Whether dev and test mode start a sandbox in their own JVM while neither `quarkus.esign.url` nor
         * `quarkus.esign.environment` is set.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * The port of the sandbox; a free one by default. Where tests run beside dev mode, set `%dev.` of it: two sandboxes
         * can't have one port.
         */
        Optional<Integer> port();

        /**
         * How long the sandbox takes to process the anchor tags of a document.
         */
        @WithDefault("3S")
        Duration tagProcessing();

        /**
         * How long a token stays valid that isn't used.
         */
        @WithDefault("60S")
        Duration tokenLifetime();

        /**
         * A directory in which the sandbox of dev mode keeps everything, to go on from there when it is started again.
         * Otherwise it forgets when dev mode ends. The sandbox of tests always begins empty.
         */
        Optional<Path> directory();

        /**
         * What anchor tags begin with.
         */
        @ConfigDocDefault("that of `quarkus.esign.anchor-tags.opening-delimiter`")
        Optional<Character> tagOpeningDelimiter();

        /**
         * What anchor tags end with.
         */
        @ConfigDocDefault("that of `quarkus.esign.anchor-tags.closing-delimiter`")
        Optional<Character> tagClosingDelimiter();

        /**
         * What stands for a space in the items of dropdowns.
         */
        @ConfigDocDefault("that of `quarkus.esign.anchor-tags.item-space`")
        Optional<Character> tagItemSpace();

        /**
         * Which forms of JSON the sandbox takes: every one that some reader of .NET takes, or only those of one reader.
         */
        @WithDefault("lenient")
        WireMode wire();

        /**
         * Who is told of changes of sessions and signers, instead of the application: absolute http or https URLs.
         */
        @ConfigDocDefault("the application, if it takes eSign's webhook calls")
        Optional<List<URI>> webhooks();
    }

    /**
     * The readiness check.
     */
    interface HealthConfig {

        /**
         * Whether the application is ready only while each account that it uses can have a token. It needs
         * `io.quarkus:quarkus-smallrye-health`.
         */
        @WithDefault("false")
        boolean enabled();
    }

    /**
     * Meters.
     */
    interface MetricsConfig {

        /**
         * Whether calls, starts and webhook messages are measured, if the application has Micrometer.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /**
     * Spans.
     */
    interface TracingConfig {

        /**
         * Whether calls and starts have spans, if the application has OpenTelemetry.
         */
        @WithDefault("true")
        boolean enabled();
    }
}
