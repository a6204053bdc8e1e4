package dev.esign.deployment;

import java.util.Optional;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;

/** Adds what shows calls to the outside, where the application has the means for it. */
class ObservabilityProcessor {

    private static final String PACKAGE = "dev.esign.runtime.observe.";

    @BuildStep
    void meters(EsignBuildTimeConfig config, Optional<MetricsCapabilityBuildItem> metrics,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (config.metrics().enabled()
                && metrics.filter(capability -> capability.metricsSupported(MetricsFactory.MICROMETER)).isPresent()) {
            beans.produce(singleton("EsignMeters"));
        }
    }

    /** By name: the class can't be loaded where what it uses isn't there. */
    private static AdditionalBeanBuildItem singleton(String name) {
        return AdditionalBeanBuildItem.builder().addBeanClass(PACKAGE + name).setUnremovable()
                .setDefaultScope(BuiltinScope.SINGLETON.getName()).build();
    }
}
