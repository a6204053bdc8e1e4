package dev.esign.runtime.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class WebhookAccessLogTest {

    @Test
    void excludesTheWebhookBesidesWhatTheApplicationExcludes() {
        assertThat(pattern(null)).isEqualTo("/app/esign/web[.]hook(?:/.*)?");
        String both = pattern("/health|/metrics");
        assertThat("/app/esign/web.hook/secret").matches(both);
        assertThat("/app/esign/web.hook/secret/").matches(both);
        assertThat("/health").matches(both);
        assertThat("/metrics").matches(both);
        assertThat("/app/esign/web.hooks").doesNotMatch(both);
        assertThat("/app/esign/webXhook/secret").doesNotMatch(both);
        assertThat("/app/orders").doesNotMatch(both);
    }

    private static String pattern(String excluded) {
        SmallRyeConfigBuilder builder = new WebhookAccessLog().configBuilder(new SmallRyeConfigBuilder())
                .withDefaultValue("quarkus.http.root-path", "/app")
                .withDefaultValue("quarkus.esign.webhook.path", "esign/web.hook/");
        if (excluded != null) {
            builder.withDefaultValue(WebhookAccessLog.EXCLUDE, excluded);
        }
        SmallRyeConfig config = builder.build();
        return config.getValue(WebhookAccessLog.EXCLUDE, String.class);
    }
}
