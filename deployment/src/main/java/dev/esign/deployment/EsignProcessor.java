package dev.esign.deployment;

import dev.esign.runtime.StandardKeys;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigBuilderBuildItem;

/** The build-time half of the extension. */
class EsignProcessor {

    static final String FEATURE = "esign";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    /** Beans, REST interfaces and wire records are found in the runtime artifact as if they were the application's. */
    @BuildStep
    IndexDependencyBuildItem index() {
        return new IndexDependencyBuildItem("dev.esign", "quarkus-esign");
    }

    @BuildStep
    RunTimeConfigBuilderBuildItem standardKeys() {
        return new RunTimeConfigBuilderBuildItem(StandardKeys.class);
    }
}
