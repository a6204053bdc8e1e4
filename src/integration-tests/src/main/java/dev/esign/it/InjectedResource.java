package dev.esign.it;

import java.time.temporal.ChronoUnit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;

import dev.esign.Delay;
import dev.esign.EsignAccount;
import dev.esign.EsignUsers;
import dev.esign.EsignWebhook;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SessionSigners;
import dev.esign.SignedDocuments;
import dev.esign.SigningSessions;
import dev.esign.model.SessionId;
import dev.esign.rest.SessionsApi;
import dev.esign.rest.TokensApi;
import io.smallrye.mutiny.Uni;

/** Has the services injected, as applications do, and the declarative interfaces. */
@Path("injected")
public class InjectedResource {

    private final SigningSessions sessions;
    private final SigningSessions sessionsOfContract;
    private final ReactiveSigningSessions reactiveOfSecure;
    private final SessionSigners signers;
    private final SignedDocuments documents;
    private final EsignUsers users;
    private final EsignWebhook webhook;
    private final TokensApi tokens;
    private final SessionsApi sessionsApi;

    InjectedResource(SigningSessions sessions, @EsignAccount("contract") SigningSessions sessionsOfContract,
            @EsignAccount("secure") ReactiveSigningSessions reactiveOfSecure, SessionSigners signers, SignedDocuments documents,
            EsignUsers users, EsignWebhook webhook, @RestClient TokensApi tokens, @RestClient SessionsApi sessionsApi) {
        this.sessions = sessions;
        this.sessionsOfContract = sessionsOfContract;
        this.reactiveOfSecure = reactiveOfSecure;
        this.signers = signers;
        this.documents = documents;
        this.users = users;
        this.webhook = webhook;
        this.tokens = tokens;
        this.sessionsApi = sessionsApi;
    }

    @GET
    @Path("{session}")
    public String session(@RestPath String session) {
        SessionId id = SessionId.of(session);
        return Told.of(sessions.get(id)) + "\n" + documents.inviteUrls(id).size() + " invited, "
                + signers.uploadedDocuments(id, sessions.get(id).signers().get(0).id().orElseThrow()).count() + " uploaded";
    }

    @GET
    @Path("contract/{session}")
    public String sessionOfContract(@RestPath String session) {
        return Told.of(sessionsOfContract.get(SessionId.of(session)));
    }

    @GET
    @Path("secure/{session}")
    public Uni<String> sessionOfSecure(@RestPath String session) {
        return reactiveOfSecure.get(SessionId.of(session)).map(Told::of);
    }

    /** A method with the waits of the extension. */
    @GET
    @Path("delayed/{session}")
    @Delay(value = 300, unit = ChronoUnit.MILLIS)
    public String delayed(@RestPath SessionId session) {
        return Told.of(sessions.get(session));
    }

    @GET
    @Path("user/{username}")
    public String user(@RestPath String username) {
        return Told.of(users.findByUsername(username));
    }

    @GET
    @Path("webhook")
    public String webhookPath() {
        return webhook.path();
    }

    @GET
    @Path("encrypted/{text}")
    public Uni<String> encrypted(@RestPath String text) {
        return tokens.encryptString(text, "salt").map(answer -> answer.getClass().getSimpleName());
    }
}
