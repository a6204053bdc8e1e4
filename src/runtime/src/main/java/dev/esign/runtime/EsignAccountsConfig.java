package dev.esign.runtime;

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
}
