package dev.esign;

import java.net.URI;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.esign.runtime.webhook.WebhookAccounts;
import io.quarkus.arc.DefaultBean;

/**
 * The address at which eSign calls this application about an account, to be handed to eSign's team (they enter it, there is no
 * method for it). It holds a secret: don't log it. Thread-safe.
 */
@DefaultBean
@ApplicationScoped
public class EsignWebhook {

    private final String account;
    private final WebhookAccounts accounts;

    /** That of the default account. */
    @Inject
    EsignWebhook(WebhookAccounts accounts) {
        this(EsignAccount.DEFAULT, accounts);
    }

    EsignWebhook(String account, WebhookAccounts accounts) {
        this.account = account;
        this.accounts = accounts;
    }

    /**
     * The path of the webhook with the first of the account's secrets ({@code quarkus.esign.webhook.secrets}).
     *
     * @return the path from the root of the server, for example {@code /esign/webhook/<secret>}
     * @throws IllegalStateException when the application takes no webhook calls, or the account has no secret
     */
    public String path() {
        return accounts.path(account);
    }

    /**
     * The whole address of the webhook.
     *
     * @param server where eSign reaches this application, for example {@code https://www.example.com}; a path in it stands
     *        for what a proxy takes away
     * @return the address
     * @throws IllegalStateException when the application takes no webhook calls, or the account has no secret
     */
    public URI url(URI server) {
        return URI.create(Objects.requireNonNull(server, "server").toString().replaceAll("/+$", "") + path());
    }

    @Override
    public String toString() {
        return "EsignWebhook[" + account + "]";
    }
}
