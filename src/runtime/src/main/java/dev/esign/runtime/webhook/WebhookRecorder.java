package dev.esign.runtime.webhook;

import java.util.List;

import dev.esign.runtime.EsignAccountsConfig;
import io.quarkus.arc.runtime.BeanContainer;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Makes the webhook's endpoint. */
@Recorder
public class WebhookRecorder {

    /** The part of the path that holds the secret. */
    public static final String SECRET = "secret";

    private final RuntimeValue<EsignAccountsConfig> config;

    /**
     * Takes the settings.
     *
     * @param config the run-time settings
     */
    public WebhookRecorder(RuntimeValue<EsignAccountsConfig> config) {
        this.config = config;
    }

    /**
     * What handles the calls.
     *
     * @param beans the application's beans
     * @return the handler
     * @throws ConfigurationException when a secret can't be one
     */
    public Handler<RoutingContext> handler(BeanContainer beans) {
        WebhookAccounts accounts = beans.beanInstance(WebhookAccounts.class);
        List<String> problems = accounts.problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    "eSign's webhook calls can't be taken:\n" + String.join("\n", problems) + "\nSee docs/webhooks.md.");
        }
        return new WebhookHandler(accounts, beans.beanInstance(WebhookInbox.class),
                config.getValue().webhook().maxSize().asLongValue());
    }
}
