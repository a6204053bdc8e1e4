package dev.esign.deployment;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import dev.esign.EsignAccount;
import dev.esign.runtime.AccountKeys;
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
    private static final List<String> SECRETS = List.of("api-key", "encrypted-api-key", "credentials-provider");

    /** A sandbox that is like another in this can go on in its place. */
    record Sandbox(int port, Duration tagProcessing, Map<String, String> credentials) {
    }

    @BuildStep
    DevServicesResultBuildItem sandbox(EsignBuildTimeConfig config, List<AccountBuildItem> injected) {
        EsignBuildTimeConfig.DevServicesConfig settings = config.devservices();
        if (!settings.enabled()) {
            return null;
        }
        AccountKeys defaultAccount = new AccountKeys(EsignAccount.DEFAULT);
        if (isAnySet(defaultAccount, "url", "environment") || ConfigUtils.isPropertyPresent("quarkus.rest-client.esign.url")) {
            LOG.debug("No eSign sandbox: a URL is configured");
            return null;
        }
        Map<String, String> credentials = credentials(defaultAccount);
        credentials.put(defaultAccount.property("return-url"), "http://localhost:8080/");
        Set<String> accounts = new TreeSet<>(AccountKeys.accountsIn(ConfigProvider.getConfig().getPropertyNames()));
        injected.forEach(account -> accounts.add(account.name()));
        accounts.stream().map(AccountKeys::new).filter(account -> !isAnySet(account, "url", "environment"))
                .forEach(account -> credentials.putAll(credentials(account)));
        Sandbox sandbox = new Sandbox(settings.port().orElse(0), settings.tagProcessing(), Map.copyOf(credentials));
        return DevServicesResultBuildItem.<SandboxDevService> owned()
                .feature(EsignProcessor.FEATURE)
                .description("eSign sandbox")
                .serviceConfig(sandbox)
                .startable(() -> new SandboxDevService(sandbox.port(), sandbox.tagProcessing()))
                .config(sandbox.credentials())
                .configProvider(Map.of(URL, SandboxDevService::getConnectionInfo))
                .build();
    }

    /** What the sandbox takes, for whatever an account hasn't set: any key and any user. */
    private static Map<String, String> credentials(AccountKeys account) {
        Map<String, String> credentials = new HashMap<>();
        credentials.put(account.property("salt"), "sandboxSalt");
        credentials.put(account.property("username"), "owner@example.com");
        if (!isAnySet(account, SECRETS.toArray(String[]::new))) {
            credentials.put(account.property("api-key"), "sandbox-key");
        }
        return credentials;
    }

    private static boolean isAnySet(AccountKeys account, String... members) {
        return Arrays.stream(members).map(account::spellings).flatMap(List::stream).anyMatch(ConfigUtils::isPropertyPresent);
    }
}
