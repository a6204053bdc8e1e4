package dev.esign.sandbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.api.Accepted;
import dev.esign.sandbox.api.AuthenticationCalls;
import dev.esign.sandbox.api.FileCalls;
import dev.esign.sandbox.api.GroupCalls;
import dev.esign.sandbox.api.LifecycleCalls;
import dev.esign.sandbox.api.SessionCalls;
import dev.esign.sandbox.api.SessionListCalls;
import dev.esign.sandbox.api.SignerCalls;
import dev.esign.sandbox.api.Tokens;
import dev.esign.sandbox.api.UserCalls;
import dev.esign.sandbox.control.SandboxControl;
import dev.esign.sandbox.fault.FaultList;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.Dispatcher;
import dev.esign.sandbox.http.Gate;
import dev.esign.sandbox.http.Route;
import dev.esign.sandbox.http.Routes;
import dev.esign.sandbox.journal.RequestJournal;
import dev.esign.sandbox.pages.Pages;
import dev.esign.sandbox.session.MovableClock;
import dev.esign.sandbox.session.SessionAction;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.Surroundings;
import dev.esign.sandbox.session.TagProcessor;
import dev.esign.sandbox.session.TimeMachine;
import dev.esign.sandbox.store.SandboxStore;
import dev.esign.sandbox.user.Groups;
import dev.esign.sandbox.user.Users;
import dev.esign.sandbox.webhook.WebhookHub;

/** Puts the parts of one sandbox together and says which call answers which path. */
final class Service {

    private final SandboxSettings settings;
    private final URI url;
    private final SandboxStore store;
    private final Sessions sessions;
    private final TimeMachine time;
    private final Tokens tokens;
    private final AuthenticationCalls authentication;
    private final SessionCalls sessionCalls;
    private final LifecycleCalls lifecycle;
    private final SessionListCalls lists;
    private final SignerCalls signers;
    private final UserCalls userCalls;
    private final GroupCalls groupCalls;
    private final FileCalls files;
    private final WebhookHub webhooks;
    private final Users users;
    private final Groups groups;
    private final Routes routes;
    private final FaultList faults;
    private final RequestJournal journal;
    private final Pages pages;

    Service(SandboxSettings settings, SandboxStore store, TagProcessor tags, URI url) {
        this.settings = settings;
        this.url = url;
        this.store = store;
        MovableClock clock = new MovableClock(settings.clock(), store.clockLead());
        this.sessions = new Sessions(new Surroundings(clock, settings.tagProcessing(), tags, settings.purgeDelay(),
                store.documents(), store::keep));
        store.sessions().forEach(sessions::resume);
        this.time = new TimeMachine(clock, sessions, store::keepClockLead);
        this.users = new Users(settings.users(), settings.knownUsers(), store.users(), store::keep);
        this.groups = new Groups(store.groups(), store::keep);
        this.tokens = new Tokens(clock, settings.tokenLifetime());
        this.authentication = new AuthenticationCalls(settings.apiKeys(), settings.encryptedApiKeys(), users, tokens, url);
        this.sessionCalls = new SessionCalls(sessions, users, clock, store.documents());
        this.lifecycle = new LifecycleCalls(sessions, users);
        this.lists = new SessionListCalls(sessions, users);
        this.signers = new SignerCalls(sessions, users, url);
        this.userCalls = new UserCalls(users);
        this.groupCalls = new GroupCalls(users, groups);
        this.files = new FileCalls(sessions, users);
        this.webhooks = new WebhookHub(settings.webhooks(), clock, "esign-sandbox-" + url.getPort() + "-webhook-");
        sessions.listen(webhooks);
        List<Route> all = routes();
        this.faults = new FaultList(new Routes(all).operations(), tokens);
        this.journal = new RequestJournal(clock, settings.journalSize(), "/_sandbox");
        all.addAll(new SandboxControl(this::state, this::reset, faults, journal, new SandboxClock(time), webhooks)
                .routes());
        this.pages = new Pages(sessions, time, webhooks, faults, faults.operations(), tokens, Accepted.by(users::accepts), url);
        all.addAll(pages.routes());
        this.routes = new Routes(all);
    }

    Dispatcher dispatcher() {
        return new Dispatcher(routes, faults, journal, settings.wireMode().rule());
    }

    Faults faults() {
        return faults;
    }

    Journal journal() {
        return journal;
    }

    /** Forgets everything that happened; the clock goes on from where it is. */
    void reset() {
        faults.clear();
        sessions.clear();
        users.clear();
        groups.clear();
        store.clear();
        tokens.clear();
        journal.clear();
        webhooks.clear();
        pages.clear();
    }

    private ObjectNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("url", url.toString()).put("now", time.now().toString());
        state.put("sessions", sessions.list().size()).put("faults", faults.active().size())
                .put("requests", journal.requests().size()).put("webhooks", webhooks.targets().size());
        state.putObject("settings").put("tagProcessing", settings.tagProcessing().toString())
                .put("tokenLifetime", settings.tokenLifetime().toString())
                .put("purgeDelay", settings.purgeDelay().toString()).put("journalSize", settings.journalSize())
                .put("wire", settings.wireMode().id());
        faults.operations().forEach(state.putArray("operations")::add);
        return state;
    }

    Sessions sessions() {
        return sessions;
    }

    TimeMachine time() {
        return time;
    }

    WebhookHub webhooks() {
        return webhooks;
    }

    /** In order of precedence: of two templates that match a path, the earlier one owns it. */
    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        addUnpublished(routes);
        addAccounts(routes);
        addSessions(routes);
        addSigners(routes);
        routes.add(Route.of("GET", "_sandbox/documents/{documentId}", files::document));
        return routes;
    }

    private void addUnpublished(List<Route> routes) {
        Map<UnpublishedOperation, Call> calls = new EnumMap<>(UnpublishedOperation.class);
        calls.put(UnpublishedOperation.SESSION_FILES, files.files(SessionAction.FILES));
        calls.put(UnpublishedOperation.ARCHIVED_SESSION_FILES, files.files(SessionAction.ARCHIVED_FILES));
        calls.put(UnpublishedOperation.INVITE_URLS, signers::inviteUrls);
        calls.put(UnpublishedOperation.CLIENT_GROUPS, groupCalls::groups);
        calls.put(UnpublishedOperation.GROUP_USERS, groupCalls::users);
        calls.put(UnpublishedOperation.UPDATE_GROUP_USER, groupCalls::updateUser);
        calls.put(UnpublishedOperation.REMOVE_GROUP_USER, groupCalls::removeUser);
        calls.put(UnpublishedOperation.CREATE_GROUP, groupCalls::createGroup);
        calls.put(UnpublishedOperation.UPDATE_GROUP, groupCalls::updateGroup);
        calls.forEach((operation, call) -> routes.add(settings.operations()
                .getOrDefault(operation, OperationAddress.of(operation.defaultVerb(), operation.defaultUri()))
                .route(operation.method(), tokens::demandedBy, call)));
    }

    private void addAccounts(List<Route> routes) {
        routes.add(Route.of("EncryptString", "GET", "rest/v1/encrypt/{plainText}/{salt}", Gate.OPEN, authentication::encrypt));
        routes.add(Route.of("GetToken", "GET", "rest/v1/gettoken/{salt}", Gate.OPEN, authentication::getToken));
        routes.add(Route.of("GetTokenUserNamePassword", "GET", "rest/v1/tokenusernamepassword/{userName}/{salt}", Gate.OPEN,
                authentication::getTokenByPassword));
        // Its header holds more than a token, so it looks after the token itself.
        routes.add(Route.of("AuthenticateUser", "GET", "rest/v1/authenticateuser/{userName}/{salt}", Gate.OPEN,
                authentication::authenticateUser));
        add(routes, "GetLandingURL", "GET", "rest/v1/landingurl", authentication::landingUrl);
        add(routes, "CreateUser", "POST", "rest/v1/users", userCalls.create());
        add(routes, "GetUserByUsername", "GET", "rest/v1/users", userCalls.find());
        add(routes, "UpdateUser", "PUT", "rest/v1/users", userCalls.update());
        add(routes, "UpdateUserByUsername", "PUT", "rest/v1/users/updateByUsername", userCalls.updateByName());
        add(routes, "ProvisionUser", "PUT", "rest/v1/users/provisionUser", userCalls.provision());
        add(routes, "GetUserById", "GET", "rest/v1/users/{id}", userCalls.get());
        add(routes, "CreateGroupUser", "POST", "rest/v1/groupusers", groupCalls::createUser);
        add(routes, "UpdateGroupUserRole", "PUT", "rest/v1/groupuser", groupCalls::updateUserRole);
    }

    private void addSessions(List<Route> routes) {
        add(routes, "CreateSession", "POST", "rest/v1/sessions", sessionCalls::create);
        add(routes, "UpdateSession", "POST", "rest/v1/sessions/updatesession", sessionCalls::update);
        add(routes, "CopySigningSession", "POST", "rest/v1/sessions/copy", lifecycle::copy);
        add(routes, "EditPauseSession", "PUT", "rest/v1/sessions/EditSession/{id}", lifecycle::edit);
        add(routes, "CancelPurgingSession", "PUT", "rest/v1/sessions/cancelPurging/{id}", lifecycle.cancelPurging());
        add(routes, "GetArchivedSessions", "GET", "rest/v1/sessions/archived/{pageSize}/{pageNum}",
                lists.inStatus(SessionStatus.ARCHIVED));
        add(routes, "GetDeletedSessions", "GET", "rest/v1/sessions/deleted/{pageSize}/{pageNum}",
                lists.inStatus(SessionStatus.DELETED));
        add(routes, "GetExpiredSessions", "GET", "rest/v1/sessions/expired/{pageSize}/{pageNum}",
                lists.inStatus(SessionStatus.EXPIRED));
        add(routes, "GetSessionsLiteByTransactionId", "GET",
                "rest/v1/sessions/lite/{username}/{transactionId}/{pageSize}/{pageNum}/sortBy", lists::light);
        add(routes, "StartSession", "PUT", "rest/v1/sessions/{id}/start", sessionCalls::start);
        add(routes, "CancelSession", "PUT", "rest/v1/sessions/{id}/cancel", lifecycle.cancel());
        add(routes, "CloseSession", "PUT", "rest/v1/sessions/{id}/close", lifecycle.close());
        add(routes, "PurgeSessionDocs", "PUT", "rest/v1/sessions/{id}/purge", lifecycle.purge());
        add(routes, "GetSessionActionLogs", "GET", "rest/v1/sessions/{id}/actionlogs", lifecycle::actionLogs);
        add(routes, "GetSession", "GET", "rest/v1/sessions/{id}", sessionCalls::get);
        add(routes, "DeleteSession", "DELETE", "rest/v1/sessions/{id}", lifecycle.delete());
        add(routes, "GetSessionsByTransactionId", "GET", "rest/v1/users/{userName}/transactions/{transactionId}", lists::whole);
        add(routes, "GetSessionsByTransactionIdMetadata", "GET", "rest/v2/users/{userName}/transactions/{transactionId}",
                lists::whole);
        add(routes, "UpdateTransactionId", "PUT", "rest/v1/transaction/UpdateTxId", lifecycle::updateTransactionId);
    }

    private void addSigners(List<Route> routes) {
        add(routes, "SendSignerEmailInvites", "PUT", "rest/v1/signers/invite", signers::invite);
        add(routes, "UpdateSigners", "PUT", "rest/v1/signers", signers::update);
        add(routes, "GetSignerInviteToken", "GET", "rest/v1/signers/{signerId}/token", signers::inviteToken);
        add(routes, "GetSignerDocuments", "GET",
                "rest/v1/signer/docs/{username}/{signingSessionId}/{signerId}/{pageNumber}/{pageSize}", signers::documents);
    }

    private void add(List<Route> routes, String operation, String verb, String template, Call call) {
        routes.add(Route.of(operation, verb, template, tokens::demandedBy, call));
    }
}
