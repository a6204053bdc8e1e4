package dev.esign.runtime;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.esign.SigningSessions;
import io.quarkus.runtime.configuration.ConfigBuilder;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Makes {@code quarkus.esign.*} the default of the keys by which the REST client and MicroProfile Fault Tolerance are
 * configured anyway. Those keys keep working, and win where both are set.
 */
public final class StandardKeys implements ConfigBuilder {

    static final String URL = "quarkus.rest-client.esign.url";

    private static final String START = SigningSessions.class.getName() + "/start/";

    /** From a standard key to the key that gives its default, and how the value is written there. */
    private record Default(String key, UnaryOperator<String> translation) {
    }

    private static final Map<String, Default> DEFAULTS = defaults();

    private static Map<String, Default> defaults() {
        UnaryOperator<String> millis = text -> {
            Duration duration = DurationConverter.parseDuration(text);
            return Long.toString(duration.toMillis());
        };
        Map<String, Default> defaults = new LinkedHashMap<>();
        defaults.put(URL, new Default("quarkus.esign.url", StandardKeys::base));
        defaults.put("quarkus.rest-client.esign.read-timeout", new Default("quarkus.esign.timeout", millis));
        defaults.put("quarkus.rest-client.esign.connect-timeout", new Default("quarkus.esign.connect-timeout", millis));
        defaults.put(START + "Delay/value", new Default("quarkus.esign.start.delay", millis));
        defaults.put(START + "Retry/maxRetries", new Default("quarkus.esign.start.max-retries", UnaryOperator.identity()));
        defaults.put(START + "Retry/delay", new Default("quarkus.esign.start.retry-delay", millis));
        defaults.put(START + "Retry/jitter", new Default("quarkus.esign.start.jitter", millis));
        defaults.put(START + "Retry/maxDuration", new Default("quarkus.esign.start.max-duration", millis));
        defaults.put(START + "ExponentialBackoff/maxDelay", new Default("quarkus.esign.start.max-retry-delay", millis));
        return defaults;
    }

    /** The units in which {@link #DEFAULTS} are given, and a chunk size that is kind to streams of documents. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "quarkus.rest-client.esign.max-chunk-size", "65536",
            START + "Delay/unit", "MILLIS",
            START + "Retry/delayUnit", "MILLIS",
            START + "Retry/jitterDelayUnit", "MILLIS",
            START + "Retry/durationUnit", "MILLIS",
            START + "ExponentialBackoff/maxDelayUnit", "MILLIS");

    @Override
    public SmallRyeConfigBuilder configBuilder(SmallRyeConfigBuilder builder) {
        return builder.withInterceptors(new Interceptor());
    }

    /** The documentation prints the address with {@code /rest} at its end; the REST interfaces add that themselves. */
    static String base(String url) {
        String base = url.strip().replaceAll("/+$", "");
        return base.endsWith("/rest") ? base.substring(0, base.length() - "/rest".length()) : base;
    }

    private static final class Interceptor implements ConfigSourceInterceptor {

        private static final long serialVersionUID = 1L;

        @Override
        public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
            ConfigValue set = context.proceed(name);
            if (set != null && set.getValue() != null) {
                return set;
            }
            Default fallback = DEFAULTS.get(name);
            if (fallback != null) {
                ConfigValue value = context.restart(fallback.key());
                return value == null || value.getValue() == null || value.getValue().isBlank() ? set
                        : value.withName(name).withValue(fallback.translation().apply(value.getValue()));
            }
            String constant = CONSTANTS.get(name);
            return constant == null ? set : ConfigValue.builder().withName(name).withValue(constant).build();
        }

        @Override
        public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
            Set<String> names = new LinkedHashSet<>();
            context.iterateNames().forEachRemaining(names::add);
            names.addAll(DEFAULTS.keySet());
            names.addAll(CONSTANTS.keySet());
            return names.iterator();
        }
    }
}
