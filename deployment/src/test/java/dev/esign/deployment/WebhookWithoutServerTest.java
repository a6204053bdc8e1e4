package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkus.deployment.Capabilities;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Webhooks in an application without an HTTP server are a mistake that the build explains. */
class WebhookWithoutServerTest {

    /** By the build step alone: applications of tests have the server of this module's live reloads. */
    @Test
    void buildRejectsAWebhookWithoutAServer() {
        assertThatThrownBy(() -> new WebhookProcessor().routes(null, null, new Capabilities(Set.of()), null, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.esign.webhook.enabled is true")
                .hasMessageContaining("add io.quarkus:quarkus-vertx-http, io.quarkus:quarkus-rest");
    }
}
