package dev.esign.service.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Where the replicas are: {@code host:port}, each a name of one or of all of them. */
    Optional<List<String>> peers();

    /** How replicas tell each other. */
    RelayConfig relay();

    /** Who is told by calls, by names of the operator's choice. */
    Map<String, ForwardConfig> forward();

    /** Where is kept what isn't delivered yet; in memory without. */
    Optional<Path> directory();

    /** What couldn't be delivered. */
    DeadLettersConfig deadLetters();

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

    interface RelayConfig {

        /** What replicas sign with, the same for all: the first signs, all are accepted. */
        Optional<List<String>> secret();

        /** How far the clocks of replicas may be apart. */
        @WithDefault("1M")
        Duration window();

        /** How long a try may take. */
        @WithDefault("5S")
        Duration timeout();

        /** How far a stream goes back when its client comes from another replica, which may have had another order. */
        @WithDefault("5S")
        Duration overlap();

        /** A configuration of Quarkus' TLS registry; peers are called by https with it, by http without. */
        Optional<String> tlsConfigurationName();
    }

    interface ForwardConfig {

        /** Where events are posted. */
        String url();

        /** What calls are signed with; with all of them while one takes the place of another. */
        List<String> secret();

        /** The types of events that are forwarded; all that eSign tells without. */
        Optional<List<String>> types();

        /** How long a try may take. */
        @WithDefault("10S")
        Duration timeout();

        /** How long after the first try there is another. */
        @WithDefault("5S")
        Duration initialDelay();

        /** How long there is between tries at most; the time doubles until then. */
        @WithDefault("1H")
        Duration maxDelay();

        /** For how long there are tries. */
        @WithDefault("24H")
        Duration retryFor();

        /** How many tries are under way at once. */
        @WithDefault("4")
        int concurrency();

        /** How many events wait at most. */
        @WithDefault("10000")
        int queue();

        /** A configuration of Quarkus' TLS registry. */
        Optional<String> tlsConfigurationName();
    }

    interface DeadLettersConfig {

        /** How many are kept; the oldest are dropped first. */
        @WithDefault("1000")
        int max();
    }
}
