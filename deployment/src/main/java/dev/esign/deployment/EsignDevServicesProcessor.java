package dev.esign.deployment;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.LiveReloadBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.smallrye.config.SmallRyeConfig;

/** Starts the sandbox in dev and test mode, so that an application works before there is an account. */
@BuildSteps(onlyIf = IsDevServicesSupportedByLaunchMode.class)
class EsignDevServicesProcessor {

    private static final Logger LOG = Logger.getLogger(EsignDevServicesProcessor.class);
    private static final String URL = "quarkus.esign.url";

    @BuildStep
    SandboxPlanBuildItem plan(EsignBuildTimeConfig config, DevServicesConfig all, List<AccountBuildItem> injected,
            LaunchModeBuildItem mode, LiveReloadBuildItem liveReload) {
        RunningSandbox running = liveReload.getContextObject(RunningSandbox.class);
        if (running == null) {
            running = new RunningSandbox();
            liveReload.setContextObject(RunningSandbox.class, running);
        }
        SandboxPlanner planner = new SandboxPlanner(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class),
                mode.getLaunchMode());
        boolean wanted = all.enabled() && config.devservices().enabled();
        if (wanted && planner.isElsewhere()) {
            LOG.debug("No eSign sandbox: a URL is configured");
            wanted = false;
        }
        List<String> accounts = injected.stream().map(AccountBuildItem::name).toList();
        return new SandboxPlanBuildItem(wanted ? planner.plan(config.devservices(), accounts) : null, running);
    }

    @BuildStep
    DevServicesResultBuildItem sandbox(SandboxPlanBuildItem item, LaunchModeBuildItem mode) {
        if (item.plan().isEmpty()) {
            return null;
        }
        SandboxPlan plan = item.plan().get();
        RunningSandbox running = item.running();
        String announcement = WebhookAnnouncementProcessor.announcement(mode.getLaunchMode());
        return DevServicesResultBuildItem.<SandboxDevService> owned()
                .feature(EsignProcessor.FEATURE)
                .description("eSign sandbox")
                .serviceConfig(plan)
                .startable(() -> new SandboxDevService(plan, running, announcement))
                .config(plan.settings())
                .configProvider(Map.of(URL, SandboxDevService::getConnectionInfo))
                .build();
    }
}
