package dev.esign.service.event;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are offered, relayed and forwarded. */
@ConfigMapping(prefix = "esign.service.events")
interface EventsConfig {

    /** How often a stream on which nothing happens gets a comment, so that nobody on the way takes it for dead. */
    @WithDefault("15S")
    Duration heartbeat();

    /** How long a client is told to wait before it connects again. */
    @WithDefault("3S")
    Duration retry();

    /** How long a client may leave what was sent to it untaken before it is cut off. */
    @WithDefault("30S")
    Duration slow();

    /** How many streams are open at most. */
    @WithDefault("1000")
    int maxStreams();

    /** What is held for clients that come back. */
    BufferConfig buffer();

    interface BufferConfig {

        /** How many events at most. */
        @WithDefault("10000")
        int events();

        /** For how long. */
        @WithDefault("1H")
        Duration age();

        /** How many bytes of JSON at most. */
        @WithDefault("32M")
        MemorySize size();
    }
}
