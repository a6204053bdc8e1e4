package dev.esign.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import dev.esign.runtime.webhook.WebhookAccounts;
import dev.esign.spi.TokenSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Looks at the settings of all accounts when an application starts. */
@Singleton
class StartupCheck {

    /** Who sets one of these wants to use the default account. */
    private static final List<String> SIGNS_OF_USE = List.of("api-key", "encrypted-api-key", "salt", "username",
            "credentials-provider", "token.password", "token.encrypted-password");

    private final NamedAccounts accounts;
    private final EsignConfig defaultAccount;
    private final InjectableInstance<TokenSource> tokens;
    private final WebhookAccounts webhooks;

    StartupCheck(NamedAccounts accounts, EsignConfig defaultAccount, InjectableInstance<TokenSource> tokens,
            WebhookAccounts webhooks) {
        this.accounts = accounts;
        this.defaultAccount = defaultAccount;
        this.tokens = tokens;
        this.webhooks = webhooks;
    }

    /**
     * Fails when anything is wrong.
     *
     * @param injected the accounts that are injected, each with its injection points
     * @param defaultInjected whether the default account is
     * @throws ConfigurationException that lists all that is missing or wrong in all accounts
     */
    void check(Map<String, List<String>> injected, boolean defaultInjected) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new TreeSet<>(accounts.configured());
        names.addAll(injected.keySet());
        if (defaultInjected || names.isEmpty() || isUsed()) {
            problems.addAll(RequiredSettings.problems(defaultAccount, tokens));
        }
        problems.addAll(webhooks.problems());
        if (webhooks.isUnreachable()) {
            problems.add(
                    "  " + AccountKeys.DEFAULT.named("webhook.secrets") + ": is missing, for all accounts: what eSign's webhook"
                            + " calls carry in their path, long and random");
        }
        names.stream().filter(AccountKeys::isReserved).forEach(name -> problems.add("  " + new AccountKeys(name).property("*")
                + ": no account can have this name, which is blank, has a quotation mark or is the name of a setting"));
        names.removeIf(AccountKeys::isReserved);
        for (String name : names) {
            List<String> ofAccount = accounts.problems(name);
            if (!ofAccount.isEmpty()) {
                List<String> points = injected.getOrDefault(name, List.of());
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

    private static boolean isUsed() {
        Config config = ConfigProvider.getConfig();
        return SIGNS_OF_USE.stream()
                .anyMatch(name -> config.getOptionalValue(AccountKeys.DEFAULT.property(name), String.class).isPresent());
    }
}
