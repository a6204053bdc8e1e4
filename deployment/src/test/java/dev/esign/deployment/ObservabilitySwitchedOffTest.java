package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.deployment.TraceCollector.Span;
import dev.esign.model.SessionId;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** An application with Micrometer, OpenTelemetry and SmallRye Health can do without what is ours; what is Quarkus' stays. */
class ObservabilitySwitchedOffTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final TraceCollector COLLECTOR = TraceCollector.shared();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(Eventually.class, RecordingServer.class, Request.class, WebhookCaller.class,
                            TraceCollector.class, Span.class))
            .setForcedDependencies(Stream
                    .of("quarkus-opentelemetry-deployment", "quarkus-micrometer-registry-prometheus-deployment",
                            "quarkus-smallrye-health-deployment")
                    .map(artifact -> Dependency.of("io.quarkus", artifact, Version.getVersion())).toList())
            .overrideConfigKey("quarkus.otel.exporter.otlp.endpoint", COLLECTOR.url())
            .overrideConfigKey("quarkus.otel.exporter.otlp.protocol", "http/protobuf")
            .overrideConfigKey("quarkus.otel.bsp.schedule.delay", "0.1S")
            .overrideConfigKey("quarkus.esign.metrics.enabled", "false")
            .overrideConfigKey("quarkus.esign.tracing.enabled", "false")
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.return-url", "https://www.example.com/");

    @Inject
    SigningSessions sessions;

    @Test
    void metersAndSpansAreThoseOfQuarkusAlone() {
        SERVER.reset();
        COLLECTOR.reset();
        sessions.start(SessionId.of(RecordingServer.SESSION_ID));
        WebhookCaller caller = new WebhookCaller();
        caller.get("/after/the/start");
        String meters = caller.get("/q/metrics").body();

        assertThat(meters).contains("http_client_requests_seconds_count").doesNotContain("esign_");
        await().until(() -> COLLECTOR.text().contains("/after/the/start"));
        assertThat(COLLECTOR.spans()).isNotEmpty().noneMatch(span -> span.attributes().containsKey("esign.account"));
    }

    /** Nobody's readiness depends on eSign unless that is wanted. */
    @Test
    void healthHasNoCheckByDefault() {
        assertThat(new WebhookCaller().get("/q/health").body()).contains("\"UP\"").doesNotContain("eSign");
    }
}
