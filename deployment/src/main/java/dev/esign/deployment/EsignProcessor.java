package dev.esign.deployment;

import dev.esign.runtime.EsignRecorder;
import dev.esign.runtime.StandardKeys;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
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

    /** The start-up check looks it up by its type. */
    @BuildStep
    UnremovableBeanBuildItem requiredSettings() {
        return UnremovableBeanBuildItem.beanClassNames("dev.esign.runtime.RequiredSettings");
    }

    @BuildStep(onlyIf = IsProduction.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    void checkSettings(EsignRecorder recorder, BeanContainerBuildItem beans) {
        recorder.checkSettings(beans.getValue());
    }
}
