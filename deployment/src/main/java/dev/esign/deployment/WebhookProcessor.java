package dev.esign.deployment;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import dev.esign.runtime.webhook.WebhookAccessLog;
import dev.esign.runtime.webhook.WebhookFixedConfig;
import dev.esign.runtime.webhook.WebhookRecorder;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.RunTimeConfigBuilderBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.deployment.spi.RouteBuildItem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Serves eSign's webhook calls, if the application wants them. */
@BuildSteps(onlyIf = WebhookProcessor.IsEnabled.class)
class WebhookProcessor {

    private static final Pattern PATH = Pattern.compile("/?[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*/?");

    static final class IsEnabled implements BooleanSupplier {

        private final WebhookFixedConfig config;

        IsEnabled(WebhookFixedConfig config) {
            this.config = config;
        }

        @Override
        public boolean getAsBoolean() {
            return config.enabled();
        }
    }

    /** Two routes: metrics and traces name the first by its template, and the second takes whatever else is below the path. */
    @BuildStep
    @Consume(SettingsCheckedBuildItem.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    void routes(WebhookRecorder recorder, WebhookFixedConfig config, Capabilities capabilities, BeanContainerBuildItem beans,
            BuildProducer<RouteBuildItem> routes) {
        if (capabilities.isMissing(Capability.VERTX_HTTP)) {
            throw new ConfigurationException("quarkus.esign.webhook.enabled is true, but the application has no HTTP server;"
                    + " add io.quarkus:quarkus-vertx-http, io.quarkus:quarkus-rest or another extension that brings one");
        }
        if (!PATH.matcher(config.path()).matches()) {
            throw new ConfigurationException("quarkus.esign.webhook.path: is '" + config.path()
                    + "'; give a path of letters, digits, '-', '.', '_' and '~', such as /esign/webhook");
        }
        String path = config.pathBelow("").substring(1); // a route with a slash before it isn't below the root path
        Handler<RoutingContext> handler = recorder.handler(beans.getValue());
        for (String pattern : new String[] { path + "/:" + WebhookRecorder.SECRET, path + "/*" }) {
            routes.produce(RouteBuildItem.newApplicationRoute(pattern).withRequestHandler(handler).build());
        }
    }

    @BuildStep
    UnremovableBeanBuildItem inbox() {
        return UnremovableBeanBuildItem.beanClassNames("dev.esign.runtime.webhook.WebhookInbox");
    }

    @BuildStep
    RunTimeConfigBuilderBuildItem accessLog() {
        return new RunTimeConfigBuilderBuildItem(WebhookAccessLog.class);
    }

    /** Vert.x' router at TRACE, and Micrometer at DEBUG, print the address of every request, which holds the secret. */
    @BuildStep
    void quieterLogs(BuildProducer<RunTimeConfigurationDefaultBuildItem> levels) {
        Map.of("io.vertx.ext.web.impl.RouterImpl", "DEBUG", "io.quarkus.micrometer.runtime.binder", "INFO")
                .forEach((category, level) -> levels.produce(new RunTimeConfigurationDefaultBuildItem(
                        "quarkus.log.category.\"" + category + "\".level", level)));
    }
}
