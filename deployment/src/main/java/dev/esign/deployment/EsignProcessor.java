package dev.esign.deployment;

import dev.esign.runtime.StandardKeys;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigBuilderBuildItem;

/** The build-time half of the extension. */
class EsignProcessor {

    static final String FEATURE = "esign";
    private static final String TAGS = "dev.esign.anchortags.AnchorTags";
    private static final String TAG_LINTER = "dev.esign.runtime.AnchorTagLinter";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    /** Beans, REST interfaces and wire records are found in the runtime artifact as if they were the application's. */
    @BuildStep
    IndexDependencyBuildItem index() {
        return new IndexDependencyBuildItem("dev.esign", "quarkus-esign");
    }

    /** Without the artifact that reads tags, the one bean that calls it would not load. */
    @BuildStep
    void tagLinter(BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (!QuarkusClassLoader.isClassPresentAtRuntime(TAGS)) {
            excluded.produce(new ExcludedTypeBuildItem(TAG_LINTER));
        }
    }

    /** REST clients look them up when they are built. */
    @BuildStep
    UnremovableBeanBuildItem clientFilters() {
        return UnremovableBeanBuildItem.beanClassNames("dev.esign.runtime.observe.CallFilter",
                "dev.esign.runtime.observe.SendingFilter");
    }

    @BuildStep
    RunTimeConfigBuilderBuildItem standardKeys() {
        return new RunTimeConfigBuilderBuildItem(StandardKeys.class);
    }
}
