package dev.esign.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import dev.esign.runtime.webhook.WebhookAccounts;
import dev.esign.spi.TokenSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Looks at the settings of all accounts when an application starts. */
@Singleton
class StartupCheck {

    private final EsignAccountsConfig config;
    private final NamedAccounts accounts;
    private final UsedAccounts used;
    private final InjectableInstance<TokenSource> tokens;
    private final WebhookAccounts webhooks;

    StartupCheck(EsignAccountsConfig config, NamedAccounts accounts, UsedAccounts used,
            InjectableInstance<TokenSource> tokens, WebhookAccounts webhooks) {
        this.config = config;
        this.accounts = accounts;
        this.used = used;
        this.tokens = tokens;
        this.webhooks = webhooks;
    }

    /**
     * Fails when anything is wrong.
     *
     * @throws ConfigurationException that lists all that is missing or wrong in all accounts
     */
    void check() {
        List<String> problems = new ArrayList<>();
        if (used.includeDefault()) {
            problems.addAll(RequiredSettings.problems(config.defaultAccount(), tokens));
        }
        problems.addAll(SettingsCheck.problemsOfTheApplication(config));
        problems.addAll(webhooks.problems());
        if (config.webhook().secretsRequired() && webhooks.isUnreachable()) {
            problems.add(
                    "  " + AccountKeys.DEFAULT.named("webhook.secrets") + ": is missing, for all accounts: what eSign's webhook"
                            + " calls carry in their path, long and random");
        }
        Set<String> names = used.named();
        names.stream().filter(AccountKeys::isReserved).forEach(name -> problems.add("  " + new AccountKeys(name).property("*")
                + ": no account can have this name, which is blank, has a quotation mark or is the name of a setting"));
        names.removeIf(AccountKeys::isReserved);
        for (String name : names) {
            List<String> ofAccount = accounts.problems(name);
            if (!ofAccount.isEmpty()) {
                List<String> points = used.injectionPoints(name);
                problems.add(
                        " account '" + name + "'" + (points.isEmpty() ? "" : ", injected into " + String.join(", ", points))
                                + ":");
                problems.addAll(ofAccount);
            }
        }
        if (!problems.isEmpty()) {
            throw RequiredSettings.failure(problems);
        }
    }
}
