package dev.esign.sandbox;

import java.net.URI;
import java.util.List;

import dev.esign.sandbox.api.AuthenticationCalls;
import dev.esign.sandbox.api.SessionCalls;
import dev.esign.sandbox.api.SessionListCalls;
import dev.esign.sandbox.api.Tokens;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.Route;
import dev.esign.sandbox.http.Routes;
import dev.esign.sandbox.pages.PageCalls;
import dev.esign.sandbox.session.Sessions;

/** Puts the parts of one sandbox together and says which call answers which path. */
final class Service {

    private final Tokens tokens;
    private final AuthenticationCalls authentication;
    private final SessionCalls sessionCalls;
    private final SessionListCalls listCalls;
    private final PageCalls pages;

    Service(SandboxSettings settings, URI url) {
        Sessions sessions = new Sessions(settings.clock(), settings.tagProcessing());
        this.tokens = new Tokens(settings.clock(), settings.tokenLifetime());
        this.authentication = new AuthenticationCalls(settings.apiKeys(), tokens, url);
        this.sessionCalls = new SessionCalls(sessions, settings.users(), settings.clock());
        this.listCalls = new SessionListCalls(sessions, settings.users());
        this.pages = new PageCalls(sessions, tokens, settings.users());
    }

    /** In order of precedence: of two templates that match a path, the earlier one owns it. */
    Routes routes() {
        return new Routes(List.of(
                Route.of("GET", "rest/v1/encrypt/{plainText}/{salt}", authentication::encrypt),
                Route.of("GET", "rest/v1/gettoken/{salt}", authentication::getToken),
                withToken("GET", "rest/v1/landingurl", authentication::landingUrl),
                withToken("POST", "rest/v1/sessions", sessionCalls::create),
                withToken("POST", "rest/v1/sessions/updatesession", sessionCalls::update),
                withToken("PUT", "rest/v1/sessions/{id}/start", sessionCalls::start),
                withToken("GET", "rest/v1/sessions/{id}", sessionCalls::get),
                withToken("GET", "rest/v1/sessions/lite/{username}/{transactionId}/{pageSize}/{pageNum}/sortBy",
                        listCalls::byTransactionId),
                Route.of("GET", "signin", pages::signIn),
                Route.of("GET", "", pages::home)));
    }

    private Route withToken(String verb, String template, Call call) {
        return Route.of(verb, template, tokens.demandedBy(call));
    }
}
