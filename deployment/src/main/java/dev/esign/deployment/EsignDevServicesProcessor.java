package dev.esign.deployment;

import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Starts the sandbox in dev and test mode, so that an application works before there is an account. */
@BuildSteps(onlyIf = { IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class })
class EsignDevServicesProcessor {

    private static final Logger LOG = Logger.getLogger(EsignDevServicesProcessor.class);
    private static final String URL = "quarkus.esign.url";

    /** What the sandbox takes, for whatever the application hasn't set: any key and any user. */
    private static final Map<String, String> CREDENTIALS = Map.of(
            "quarkus.esign.api-key", "sandbox-key",
            "quarkus.esign.salt", "sandboxSalt",
            "quarkus.esign.username", "owner@example.com",
            "quarkus.esign.return-url", "http://localhost:8080/");

    @BuildStep
    DevServicesResultBuildItem sandbox(EsignBuildTimeConfig config) {
        EsignBuildTimeConfig.DevServicesConfig settings = config.devservices();
        if (!settings.enabled()) {
            return null;
        }
        if (ConfigUtils.isAnyPropertyPresent(List.of(URL, "quarkus.rest-client.esign.url"))) {
            LOG.debug("No eSign sandbox: a URL is configured");
            return null;
        }
        return DevServicesResultBuildItem.<SandboxDevService> owned()
                .feature(EsignProcessor.FEATURE)
                .description("eSign sandbox")
                .serviceConfig(settings)
                .startable(() -> new SandboxDevService(settings.port().orElse(0), settings.tagProcessing()))
                .config(CREDENTIALS)
                .configProvider(Map.of(URL, SandboxDevService::getConnectionInfo))
                .build();
    }
}
