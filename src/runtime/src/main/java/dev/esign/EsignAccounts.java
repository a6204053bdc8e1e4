package dev.esign;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.runtime.NamedAccount;
import dev.esign.runtime.NamedAccounts;
import dev.esign.runtime.webhook.WebhookAccounts;

/**
 * The eSign accounts of the application, for those that know only at run time which one they need. Accounts are configured
 * ({@code quarkus.esign."name".*}) or opened here; each has its own tokens, connections, limits and circuit breaker.
 * Thread-safe.
 */
@ApplicationScoped
public class EsignAccounts {

    private final NamedAccounts accounts;
    private final DefaultAccountServices defaultAccount;
    private final WebhookAccounts webhooks;
    private final Map<String, NamedAccountServices> opened = new ConcurrentHashMap<>();

    EsignAccounts(NamedAccounts accounts, DefaultAccountServices defaultAccount, WebhookAccounts webhooks) {
        this.accounts = accounts;
        this.defaultAccount = defaultAccount;
        this.webhooks = webhooks;
    }

    /**
     * The names of the accounts that are configured or open now.
     *
     * @return the names, in alphabetical order, without the default account
     */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(accounts.configured());
        names.addAll(opened.keySet());
        return names;
    }

    /**
     * An account.
     *
     * @param account the name of an account that is configured or open, or {@link EsignAccount#DEFAULT}
     * @return what can be done with it
     * @throws IllegalArgumentException when there is no such account
     * @throws io.quarkus.runtime.configuration.ConfigurationException when settings of the account are missing or wrong; the
     *         message lists all of them
     */
    public EsignServices get(String account) {
        if (Objects.requireNonNull(account, "account").equals(EsignAccount.DEFAULT)) {
            return defaultAccount;
        }
        EsignServices open = opened.get(account);
        if (open != null) {
            return open;
        }
        if (!accounts.configured().contains(account)) {
            throw new IllegalArgumentException("there is no eSign account '" + account + "'; there are " + names()
                    + ": set quarkus.esign.\"" + account + "\".api-key and so on, or open it");
        }
        return services(account, accounts.configured(account));
    }

    /**
     * Opens an account that isn't configured. Nothing is sent. What its settings leave out that isn't about the account itself
     * (time-outs, retries, limits, forms of the JSON) is that of the default account.
     *
     * @param settings its name, address and secrets
     * @return what can be done with it, until it is closed
     * @throws IllegalArgumentException when settings are missing or wrong; the message lists all of them
     * @throws IllegalStateException when an account of this name is configured or open
     */
    public EsignServices open(EsignAccountSettings settings) {
        String name = settings.account();
        NamedAccountServices account = services(name, accounts.given(name,
                new GivenAccount(settings, accounts.defaultAccount()), settings.tokens()));
        if (accounts.configured().contains(name) || opened.putIfAbsent(name, account) != null) {
            account.close();
            throw new IllegalStateException("the eSign account '" + name + "' is configured or open already");
        }
        try {
            webhooks.open(name, settings.webhookSecrets());
        } catch (IllegalArgumentException wrong) {
            close(name);
            throw wrong;
        }
        return account;
    }

    /**
     * Closes an account that was opened: its services refuse further calls, and its connections are closed when the calls
     * under way have ended.
     *
     * @param account its name
     * @return whether it was open
     */
    public boolean close(String account) {
        NamedAccountServices open = opened.remove(account);
        if (open != null) {
            webhooks.close(account);
            open.close();
        }
        return open != null;
    }

    private NamedAccountServices services(String name, NamedAccount account) {
        return new NamedAccountServices(name, account, webhooks);
    }

    @PreDestroy
    void closeOpened() {
        opened.values().forEach(NamedAccountServices::close);
    }
}
