package dev.esign.deployment;

import java.util.Optional;

import org.jboss.logging.Logger;

import dev.esign.runtime.webhook.WebhookFixedConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

/** Adds what shows calls to the outside, where the application has the means for it. */
class ObservabilityProcessor {

    private static final Logger LOG = Logger.getLogger(ObservabilityProcessor.class);
    private static final String PACKAGE = "dev.esign.runtime.observe.";
    private static final String WEBHOOK_SPANS = "dev.esign.runtime.webhook.WebhookSpans";

    @BuildStep
    void meters(EsignBuildTimeConfig config, Optional<MetricsCapabilityBuildItem> metrics,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (config.metrics().enabled()
                && metrics.filter(capability -> capability.metricsSupported(MetricsFactory.MICROMETER)).isPresent()) {
            beans.produce(singleton(PACKAGE + "EsignMeters"));
        }
    }

    /** The secret is taken out of spans even if ours aren't wanted. */
    @BuildStep
    void spans(EsignBuildTimeConfig config, WebhookFixedConfig webhook, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.OPENTELEMETRY_TRACER)) {
            if (config.tracing().enabled()) {
                beans.produce(singleton(PACKAGE + "CallSpans"));
            }
            if (webhook.enabled()) {
                beans.produce(singleton(WEBHOOK_SPANS));
            }
        }
    }

    /** An executable has only those services that are known when it is built. */
    @BuildStep
    ServiceProviderBuildItem clientListener() {
        return new ServiceProviderBuildItem("org.eclipse.microprofile.rest.client.spi.RestClientListener",
                PACKAGE + "ObservedClients");
    }

    /** SmallRye Health takes every class with its annotation that it finds, so this one is hidden where it isn't wanted. */
    @BuildStep
    void readiness(EsignBuildTimeConfig config, Capabilities capabilities, BuildProducer<HealthBuildItem> checks,
            BuildProducer<ExcludedTypeBuildItem> hidden) {
        String check = PACKAGE + "TokenHealthCheck";
        if (config.health().enabled() && capabilities.isPresent(Capability.SMALLRYE_HEALTH)) {
            checks.produce(new HealthBuildItem(check, true));
            return;
        }
        hidden.produce(new ExcludedTypeBuildItem(check));
        if (config.health().enabled()) {
            LOG.warn("quarkus.esign.health.enabled is true, but the application has no health checks;"
                    + " add io.quarkus:quarkus-smallrye-health");
        }
    }

    /** By name: the class can't be loaded where what it uses isn't there. */
    private static AdditionalBeanBuildItem singleton(String name) {
        return AdditionalBeanBuildItem.builder().addBeanClass(name).setUnremovable()
                .setDefaultScope(BuiltinScope.SINGLETON.getName()).build();
    }
}
