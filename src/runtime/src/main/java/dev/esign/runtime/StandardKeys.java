package dev.esign.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.esign.EsignEnvironment;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SigningSessions;
import dev.esign.runtime.AccountKeys.Named;
import io.quarkus.runtime.configuration.ConfigBuilder;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.DefaultValuesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Makes {@code quarkus.esign.*} the default of the keys by which the REST client and MicroProfile Fault Tolerance are
 * configured anyway. Those keys keep working, and win where both are set.
 */
public final class StandardKeys implements ConfigBuilder {

    static final String URL = "quarkus.rest-client.esign.url";
    private static final String ENVIRONMENT = "quarkus.esign.environment";

    /** Both styles of start are configured alike. */
    private static final List<String> STARTS = Stream.of(SigningSessions.class, ReactiveSigningSessions.class)
            .map(type -> type.getName() + "/start/").toList();

    private static final String GUARD = EsignGuard.class.getName() + "/call/";

    /**
     * From a standard key to the key that gives its default, how the value is written there, and the keys of durations that it
     * has to be shorter than, the shortest first: SmallRye Fault Tolerance refuses to work otherwise.
     */
    private record Default(String key, UnaryOperator<String> translation, List<String> longer) {

        Default(String key, UnaryOperator<String> translation) {
            this(key, translation, List.of());
        }
    }

    private static final Map<String, Default> DEFAULTS = defaults();

    private static Map<String, Default> defaults() {
        UnaryOperator<String> millis = text -> {
            Duration duration = DurationConverter.parseDuration(text);
            return Long.toString(duration.toMillis());
        };
        Map<String, Default> defaults = new LinkedHashMap<>();
        UnaryOperator<String> asItIs = UnaryOperator.identity();
        defaults.put(URL, new Default("quarkus.esign.url", StandardKeys::base));
        for (String name : List.of("tls-configuration-name", "proxy-configuration-name")) {
            defaults.put("quarkus.rest-client.esign." + name, new Default("quarkus.esign." + name, asItIs));
        }
        defaults.put("quarkus.rest-client.esign.connect-timeout", new Default("quarkus.esign.connect-timeout", millis));
        defaults.put(GUARD + "CircuitBreaker/enabled", new Default("quarkus.esign.circuit-breaker.enabled", asItIs));
        defaults.put(GUARD + "CircuitBreaker/requestVolumeThreshold",
                new Default("quarkus.esign.circuit-breaker.request-volume-threshold", asItIs));
        defaults.put(GUARD + "CircuitBreaker/failureRatio", new Default("quarkus.esign.circuit-breaker.failure-ratio", asItIs));
        defaults.put(GUARD + "CircuitBreaker/delay", new Default("quarkus.esign.circuit-breaker.delay", millis));
        defaults.put(GUARD + "Bulkhead/enabled", new Default("quarkus.esign.bulkhead.enabled", asItIs));
        defaults.put(GUARD + "Bulkhead/value", new Default("quarkus.esign.bulkhead.max-calls", asItIs));
        defaults.put(GUARD + "Bulkhead/waitingTaskQueue", new Default("quarkus.esign.bulkhead.max-waiting", asItIs));
        for (String start : STARTS) {
            defaults.put(start + "Delay/value", new Default("quarkus.esign.start.delay", millis));
            defaults.put(start + "Retry/maxRetries", new Default("quarkus.esign.start.max-retries", asItIs));
            defaults.put(start + "Retry/delay", new Default("quarkus.esign.start.retry-delay", millis,
                    List.of("quarkus.esign.start.max-retry-delay", "quarkus.esign.start.max-duration")));
            defaults.put(start + "Retry/jitter", new Default("quarkus.esign.start.jitter", millis));
            defaults.put(start + "Retry/maxDuration", new Default("quarkus.esign.start.max-duration", millis));
            defaults.put(start + "ExponentialBackoff/maxDelay",
                    new Default("quarkus.esign.start.max-retry-delay", millis,
                            List.of("quarkus.esign.start.max-duration")));
        }
        return defaults;
    }

    private static final Map<String, String> CONSTANTS = constants();

    /**
     * A time-out for connecting, another for connections that nobody uses (servers close theirs later, after half a minute or
     * more; a request that is sent at that moment has no answer), a chunk size that is kind to streams of documents, no
     * time-out of the client's (which would count the upload; each call has one of ours), and the units of the defaults.
     */
    private static Map<String, String> constants() {
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put("quarkus.rest-client.esign.connect-timeout", "10000");
        constants.put("quarkus.rest-client.esign.connection-ttl", "20000");
        constants.put("quarkus.rest-client.esign.max-chunk-size", "65536");
        constants.put("quarkus.rest-client.esign.read-timeout", "0");
        constants.put(GUARD + "CircuitBreaker/delayUnit", "MILLIS");
        for (String start : STARTS) {
            for (String unit : List.of("Delay/unit", "Retry/delayUnit", "Retry/jitterDelayUnit", "Retry/durationUnit",
                    "ExponentialBackoff/maxDelayUnit")) {
                constants.put(start + unit, "MILLIS");
            }
        }
        return constants;
    }

    @Override
    public SmallRyeConfigBuilder configBuilder(SmallRyeConfigBuilder builder) {
        // A default with a wildcard is compared with each name that is looked up in vain, and there are thousands when an
        // application starts. Those of the settings that accounts share are found by their names instead.
        HashMap<String, String> shared = new HashMap<>();
        builder.getDefaultValues().forEach((name, value) -> AccountKeys.ofAnyAccount(name)
                .ifPresent(member -> shared.put(member, value)));
        builder.getDefaultValues().keySet().removeIf(name -> AccountKeys.ofAnyAccount(name).isPresent());
        return builder.withInterceptors(new Interceptor(shared));
    }

    /** The documentation prints the address with {@code /rest} or more at its end; the REST interfaces add that themselves. */
    static String base(String url) {
        return url.strip().replaceFirst("(/rest(/v[12])?)?/*$", "");
    }

    /** Gives a standard key the value of ours, and a named account the value of the default one, where they aren't set. */
    private static final class Interceptor implements ConfigSourceInterceptor {

        private static final long serialVersionUID = 1L;

        private final HashMap<String, String> shared;

        Interceptor(HashMap<String, String> shared) {
            this.shared = shared;
        }

        @Override
        public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
            ConfigValue set = context.proceed(name);
            if (isSetBySomebody(set)) {
                return set;
            }
            Optional<ConfigValue> respelt = AccountKeys.respelt(name).map(context::proceed)
                    .filter(Interceptor::isSetBySomebody);
            if (respelt.isPresent()) {
                return respelt.get().withName(name);
            }
            Optional<ConfigValue> inherited = AccountKeys.inherited(name).map(context::restart);
            if (inherited.isPresent()) {
                return inherited.get().withName(name);
            }
            if (isSet(set)) {
                return set;
            }
            return Optional.ofNullable(fallback(context, name))
                    .or(() -> Optional.ofNullable(CONSTANTS.get(name)).map(constant -> value(name, constant)))
                    .or(() -> AccountKeys.split(name).map(Named::member).map(shared::get)
                            .map(standard -> value(name, standard)))
                    .orElse(set);
        }

        /** The value that one of our keys gives a standard one; null for none. */
        private static ConfigValue fallback(ConfigSourceInterceptorContext context, String name) {
            Default fallback = DEFAULTS.get(name);
            ConfigValue value = fallback == null ? null : context.restart(fallback.key());
            if (!isBlank(value)) {
                String translated = fallback.translation().apply(value.getValue());
                return value.withName(name).withValue(fallback.longer().isEmpty() ? translated
                        : shortened(Long.parseLong(translated), fallback.longer(), context));
            }
            ConfigValue environment = name.equals(URL) ? context.restart(ENVIRONMENT) : null;
            return environment == null ? null
                    : Stream.of(EsignEnvironment.values()).filter(one -> one.name().equalsIgnoreCase(environment.getValue()))
                            .findFirst().map(one -> environment.withName(name).withValue(one.url().toString())).orElse(null);
        }

        /** Rather than by a default in the code. */
        private static boolean isSetBySomebody(ConfigValue value) {
            return isSet(value) && value.getConfigSourceOrdinal() != DefaultValuesConfigSource.ORDINAL;
        }

        private static boolean isSet(ConfigValue value) {
            return value != null && value.getValue() != null;
        }

        private static ConfigValue value(String name, String value) {
            return ConfigValue.builder().withName(name).withValue(value).build();
        }

        /** Each next one is shorter by a millisecond more, since those before it may have been shortened too. */
        private static String shortened(long millis, List<String> longer, ConfigSourceInterceptorContext context) {
            long shortened = millis;
            for (int i = 0; i < longer.size(); i++) {
                ConfigValue limit = context.restart(longer.get(i));
                long longest = isBlank(limit) ? 0 : DurationConverter.parseDuration(limit.getValue()).toMillis();
                if (longest > 0) {
                    shortened = Math.min(shortened, longest - 1 - i);
                }
            }
            return Long.toString(Math.max(0, shortened));
        }

        private static boolean isBlank(ConfigValue value) {
            return !isSet(value) || value.getValue().isBlank();
        }

        @Override
        public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
            Set<String> names = new LinkedHashSet<>();
            // One spelling for each: those who collect the keys of an account mustn't find it twice.
            context.iterateNames().forEachRemaining(name -> names.add(AccountKeys.quoted(name)));
            names.addAll(AccountKeys.inheritedEntries(names));
            names.addAll(DEFAULTS.keySet());
            names.addAll(CONSTANTS.keySet());
            return names.iterator();
        }
    }
}
