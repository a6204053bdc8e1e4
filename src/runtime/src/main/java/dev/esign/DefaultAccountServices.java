package dev.esign;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.quarkus.arc.Arc;

/** The services of the default account, which are beans themselves. */
@Singleton
class DefaultAccountServices implements EsignServices {

    private final Instance<SigningSessions> sessions;
    private final Instance<ReactiveSigningSessions> reactiveSessions;
    private final Instance<SessionSigners> signers;
    private final Instance<ReactiveSessionSigners> reactiveSigners;
    private final Instance<EsignUsers> users;
    private final Instance<ReactiveEsignUsers> reactiveUsers;
    private final Instance<SignedDocuments> documents;
    private final Instance<ReactiveSignedDocuments> reactiveDocuments;
    private final Instance<EsignWebhook> webhook;

    DefaultAccountServices(Instance<SigningSessions> sessions, Instance<ReactiveSigningSessions> reactiveSessions,
            Instance<SessionSigners> signers,
            Instance<ReactiveSessionSigners> reactiveSigners, Instance<EsignUsers> users,
            Instance<ReactiveEsignUsers> reactiveUsers, Instance<SignedDocuments> documents,
            Instance<ReactiveSignedDocuments> reactiveDocuments, Instance<EsignWebhook> webhook) {
        this.sessions = sessions;
        this.reactiveSessions = reactiveSessions;
        this.signers = signers;
        this.reactiveSigners = reactiveSigners;
        this.users = users;
        this.reactiveUsers = reactiveUsers;
        this.documents = documents;
        this.reactiveDocuments = reactiveDocuments;
        this.webhook = webhook;
    }

    @Override
    public String account() {
        return EsignAccount.DEFAULT;
    }

    @Override
    public SigningSessions sessions() {
        return sessions.get();
    }

    @Override
    public ReactiveSigningSessions reactiveSessions() {
        return reactiveSessions.get();
    }

    @Override
    public SessionSigners signers() {
        return signers.get();
    }

    @Override
    public ReactiveSessionSigners reactiveSigners() {
        return reactiveSigners.get();
    }

    @Override
    public EsignUsers users() {
        return users.get();
    }

    @Override
    public ReactiveEsignUsers reactiveUsers() {
        return reactiveUsers.get();
    }

    @Override
    public SignedDocuments documents() {
        return documents.get();
    }

    @Override
    public ReactiveSignedDocuments reactiveDocuments() {
        return reactiveDocuments.get();
    }

    @Override
    public EsignWebhook webhook() {
        return webhook.get();
    }

    @Override
    public <T> T client(Class<T> api) {
        return Arc.container().select(api, RestClient.LITERAL).get();
    }
}
