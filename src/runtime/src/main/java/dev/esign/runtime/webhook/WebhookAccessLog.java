package dev.esign.runtime.webhook;

import io.quarkus.runtime.configuration.ConfigBuilder;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Keeps the webhook's path, which holds the secret, out of Quarkus' access log: adds it to what the application excludes
 * ({@code quarkus.http.access-log.exclude-pattern}).
 */
public final class WebhookAccessLog implements ConfigBuilder {

    static final String EXCLUDE = "quarkus.http.access-log.exclude-pattern";

    @Override
    public SmallRyeConfigBuilder configBuilder(SmallRyeConfigBuilder builder) {
        return builder.withInterceptors(new Interceptor());
    }

    private static final class Interceptor implements ConfigSourceInterceptor {

        private static final long serialVersionUID = 1L;

        @Override
        public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
            ConfigValue set = context.proceed(name);
            if (!name.equals(EXCLUDE)) {
                return set;
            }
            String pattern = pattern(value(context, "quarkus.http.root-path"), value(context, "quarkus.esign.webhook.path"));
            if (set == null || set.getValue() == null || set.getValue().isBlank()) {
                return ConfigValue.builder().withName(EXCLUDE).withValue(pattern).build();
            }
            return set.withValue("(?:" + set.getValue() + ")|" + pattern);
        }

        private static String value(ConfigSourceInterceptorContext context, String name) {
            ConfigValue value = context.restart(name);
            return value == null || value.getValue() == null ? "" : value.getValue();
        }
    }

    /** Matches the webhook's address and everything below it. */
    static String pattern(String rootPath, String path) {
        return ("/" + rootPath + "/" + path).replaceAll("/+", "/").replaceAll("/$", "").replace(".", "[.]") + "(?:/.*)?";
    }
}
