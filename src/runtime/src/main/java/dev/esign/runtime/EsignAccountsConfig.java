package dev.esign.runtime;

import java.time.Duration;
import java.util.Map;

import dev.esign.EsignAccount;
import dev.esign.runtime.webhook.WebhookInboxConfig;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import io.smallrye.config.WithUnnamedKey;

/**
 * The eSign accounts of an application.
 */
@ConfigMapping(prefix = "quarkus.esign")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface EsignAccountsConfig {

    /**
     * Whether an application in production mode refuses to start while settings are missing or contradict each other. Without
     * the check that shows at the first call.
     */
    @WithDefault("true")
    boolean startupCheck();

    /**
     * The readiness check.
     */
    HealthConfig health();

    /**
     * How eSign's webhook calls are taken, whatever the account.
     */
    WebhookInboxConfig webhook();

    /**
     * The accounts. Settings without a name are those of the default account.
     */
    @WithParentName
    @WithUnnamedKey(EsignAccount.DEFAULT)
    @WithDefaults
    @ConfigDocMapKey("account")
    Map<String, EsignConfig> accounts();

    /** The account that has no name. */
    default EsignConfig defaultAccount() {
        return accounts().get(EsignAccount.DEFAULT);
    }

    /**
     * The readiness check: whether tokens can be had.
     */
    interface HealthConfig {

        /**
         * How long its result is kept, so that frequent probes don't cost a token of each account each; 0 for not at all.
         */
        @WithDefault("30S")
        Duration cache();

        /**
         * The longest that a token is waited for; then the application isn't ready.
         */
        @WithDefault("5S")
        Duration maxWait();
    }
}
