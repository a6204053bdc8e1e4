package dev.esign;

import dev.esign.runtime.NamedAccount;
import dev.esign.runtime.webhook.WebhookAccounts;

/** The services of a named account. */
final class NamedAccountServices implements EsignServices {

    private final String name;
    private final NamedAccount account;
    private final WebhookAccounts webhooks;

    NamedAccountServices(String name, NamedAccount account, WebhookAccounts webhooks) {
        this.name = name;
        this.account = account;
        this.webhooks = webhooks;
    }

    @Override
    public String account() {
        return name;
    }

    @Override
    public SigningSessions sessions() {
        return new AccountSigningSessions(account);
    }

    @Override
    public ReactiveSigningSessions reactiveSessions() {
        return new AccountReactiveSigningSessions(account);
    }

    @Override
    public SessionSigners signers() {
        return new SessionSigners(account.signers());
    }

    @Override
    public ReactiveSessionSigners reactiveSigners() {
        return new ReactiveSessionSigners(account.signers());
    }

    @Override
    public EsignUsers users() {
        return new EsignUsers(account.users());
    }

    @Override
    public ReactiveEsignUsers reactiveUsers() {
        return new ReactiveEsignUsers(account.users());
    }

    @Override
    public SignedDocuments documents() {
        return new SignedDocuments(account.documents());
    }

    @Override
    public ReactiveSignedDocuments reactiveDocuments() {
        return new ReactiveSignedDocuments(account.documents());
    }

    @Override
    public EsignWebhook webhook() {
        return new EsignWebhook(name, webhooks);
    }

    @Override
    public <T> T client(Class<T> api) {
        return account.client(api);
    }

    void close() {
        account.close();
    }
}
