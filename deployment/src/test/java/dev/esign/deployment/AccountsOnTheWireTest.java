package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static dev.esign.deployment.RecordingServer.NEVER_ANSWER;
import static dev.esign.deployment.RecordingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.EsignAccountSettings;
import dev.esign.EsignAccounts;
import dev.esign.EsignException;
import dev.esign.EsignServices;
import dev.esign.OutcomeUnknownException;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SessionNotReadyException;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.event.SessionCreated;
import dev.esign.event.SigningEvent;
import dev.esign.event.StartDelayed;
import dev.esign.event.StartRefused;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import dev.esign.rest.AnswerReader;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.TokenFilter;
import dev.esign.spi.TokenSource;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** What several accounts in one application send, and that nothing of one reaches another. */
class AccountsOnTheWireTest {

    private static final RecordingServer DEFAULT = RecordingServer.shared();
    private static final RecordingServer A = RecordingServer.shared("a-");
    private static final RecordingServer B = RecordingServer.shared("b-");
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);
    private static final List<String> SECRETS = List.of("default-key", "default-salt", "plain-key-of-a", "cipher-of-b",
            "salt-a",
            "salt-b", "token-");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(Eventually.class, RecordingServer.class, RecordingServer.Opening.class, Request.class,
                            Events.class, OwnTokens.class, LandingApi.class))
            .overrideConfigKey("quarkus.esign.url", DEFAULT.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "default-key")
            .overrideConfigKey("quarkus.esign.salt", "default-salt")
            .overrideConfigKey("quarkus.esign.username", "default@example.com")
            .overrideConfigKey("quarkus.esign.return-url", "https://app.example.com/")
            .overrideConfigKey("quarkus.esign.landing-url", "https://default.example.com/?")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "10MS")
            .overrideConfigKey("quarkus.esign.wire.bytes", "base64")
            .overrideConfigKey("quarkus.esign.wire.authentication-numbers.none", "7")
            .overrideConfigKey("quarkus.esign.circuit-breaker.request-volume-threshold", "4")
            .overrideConfigKey("quarkus.esign.circuit-breaker.delay", "1H")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "10MS")
            .overrideConfigKey("quarkus.esign.start.max-retries", "2")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S")
            .overrideConfigKey("quarkus.rest-client.esign.user-agent", "our application")
            // Standard keys of both kinds win over ours, and are the default account's alone.
            .overrideConfigKey("quarkus.esign.bulkhead.max-calls", "40")
            .overrideConfigKey("dev.esign.runtime.EsignGuard/call/Bulkhead/value", "2")
            .overrideConfigKey("dev.esign.runtime.EsignGuard/call/Bulkhead/waitingTaskQueue", "1")
            .overrideConfigKey("quarkus.esign.circuit-breaker.failure-ratio", "0.75")
            .overrideConfigKey("quarkus.fault-tolerance.\"dev.esign.runtime.EsignGuard/call\".circuit-breaker.delay", "500")
            .overrideConfigKey("quarkus.fault-tolerance.\"dev.esign.runtime.EsignGuard/call\".circuit-breaker.delay-unit",
                    "millis")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".url", A.url() + "/rest/")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".api-key", "plain-key-of-a")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".salt", "salt-a")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".username", "a@example.com")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".start.delay", "300MS")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".start.max-retries", "4")
            .overrideConfigKey("quarkus.esign.\"b.2\".url", B.url())
            .overrideConfigKey("quarkus.esign.\"b.2\".encrypted-api-key", "cipher-of-b")
            .overrideConfigKey("quarkus.esign.\"b.2\".salt", "salt-b")
            .overrideConfigKey("quarkus.esign.\"b.2\".username", "b@example.com")
            .overrideConfigKey("quarkus.esign.\"b.2\".wire.bytes", "numbers")
            .overrideConfigKey("quarkus.esign.\"b.2\".landing-url", "https://b.example.com/?")
            .overrideConfigKey("quarkus.esign.\"b.2\".circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.flaky.url", B.url())
            .overrideConfigKey("quarkus.esign.flaky.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.flaky.salt", "salt")
            .overrideConfigKey("quarkus.esign.flaky.username", "flaky@example.com")
            .overrideConfigKey("quarkus.esign.narrow.url", B.url())
            .overrideConfigKey("quarkus.esign.narrow.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.narrow.salt", "salt")
            .overrideConfigKey("quarkus.esign.narrow.username", "narrow@example.com")
            .overrideConfigKey("quarkus.esign.narrow.bulkhead.max-calls", "2")
            .overrideConfigKey("quarkus.esign.narrow.bulkhead.max-waiting", "1")
            .overrideConfigKey("quarkus.esign.own.url", B.url())
            .overrideConfigKey("quarkus.esign.own.username", "own@example.com");

    @Inject
    SigningSessions sessions;

    @Inject
    ReactiveSigningSessions reactive;

    @Inject
    @EsignAccount("brokerage-a")
    SigningSessions sessionsOfA;

    @Inject
    @EsignAccount("brokerage-a")
    ReactiveSigningSessions reactiveOfA;

    @Inject
    @EsignAccount("b.2")
    SigningSessions sessionsOfB;

    @Inject
    @EsignAccount("own")
    SigningSessions sessionsOfOwn;

    @Inject
    EsignAccounts accounts;

    @Inject
    Events events;

    @BeforeEach
    void reset() {
        Stream.of(DEFAULT, A, B).forEach(RecordingServer::reset);
        events.all.clear();
        events.ofA.clear();
    }

    @Test
    void eachAccountHasItsOwnKeySaltUserAndAddress() {
        NewSession session = NewSession.titled("T").documents(Document.of("a.docx", new byte[] { 1, 2 })).build();

        sessions.create(session);
        sessionsOfA.create(session);
        sessionsOfB.create(session);

        assertThat(DEFAULT.requests()).extracting(Request::operation).containsExactly("gettoken", "create");
        assertThat(A.requests()).extracting(Request::operation).containsExactly("encrypt", "gettoken", "create");
        assertThat(B.requests()).extracting(Request::operation).containsExactly("gettoken", "create");
        assertThat(A.requests("encrypt").get(0).target()).isEqualTo("/rest/v1/encrypt/plain-key-of-a/salt-a");
        assertThat(B.requests("gettoken").get(0).headers()).containsEntry("authorization", "cipher-of-b");
        assertThat(B.requests("gettoken").get(0).target()).isEqualTo("/rest/v1/gettoken/salt-b");
        assertThat(DEFAULT.requests("create").get(0).body()).contains("default@example.com");
        assertThat(A.requests("create").get(0).body()).contains("a@example.com");
        assertThat(B.requests("create").get(0).body()).contains("b@example.com");
    }

    @Test
    void accountInheritsBehaviorOfTheDefaultAccountButNotIdentity() {
        NewSession session = NewSession.titled("T").documents(Document.of("a.docx", new byte[] { 1, 2 }))
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace")
                        .email("ada@example.com"))
                .build();

        sessionsOfA.create(session);
        sessionsOfB.create(session);
        sessionsOfB.start(ID);
        String signInOfA = sessionsOfA.signInUrl(ID).toString();

        assertThat(A.requests("create").get(0).body()).contains("\"AQI=\"").contains("\"AuthMethod\":7");
        assertThat(B.requests("create").get(0).body()).contains("[1,2]").contains("\"AuthMethod\":7");
        assertThat(B.requests("start").get(0).target()).endsWith("returnUrl=https%3A%2F%2Fapp.example.com%2F");
        assertThat(A.requests("create").get(0).headers()).containsEntry("user-agent", "our application");
        assertThat(signInOfA).startsWith("https://client.example.com/").doesNotContain("a%40example.com");
        assertThat(sessionsOfB.signInUrl(ID).toString()).startsWith("https://b.example.com/");
        assertThat(sessionsOfA.signInUrl(ID).reveal().toString()).contains("token=a-token-", "user=a%40example.com");
    }

    @Test
    void openBreakerOfOneAccountLeavesOthersAlone() {
        SigningSessions flaky = accounts.get("flaky").sessions();
        for (int i = 0; i < 4; i++) {
            B.answer("get", 500, "text/html", "<html>broken</html>");
            assertThatThrownBy(() -> flaky.get(ID)).isInstanceOf(UnavailableException.class).hasMessageContaining("500");
        }

        assertThatThrownBy(() -> flaky.get(ID)).hasMessageContaining("left alone for a while");
        assertThatThrownBy(() -> accounts.get("flaky").sessions().get(ID)).hasMessageContaining("left alone for a while");
        assertThat(B.requests("get")).hasSize(4);

        B.reset();
        assertThat(sessionsOfB.get(ID).title()).contains("T");
        assertThat(sessionsOfA.get(ID).title()).contains("T");
        assertThat(sessions.get(ID).title()).contains("T");
        assertThat(sessionsOfOwn.get(ID).title()).contains("T");
    }

    @Test
    void fullBulkheadOfOneAccountLeavesOthersAlone() {
        List<CompletableFuture<Session>> calls = fillBulkhead(accounts.get("narrow").reactiveSessions(), B);

        assertThat(calls.stream().filter(CompletableFuture::isCompletedExceptionally)).singleElement().satisfies(
                rejected -> assertThat(rejected.handle((session, failure) -> failure).join())
                        .hasMessageContaining("(quarkus.esign.\"narrow\".bulkhead.max-waiting)"));
        assertThat(sessionsOfB.get(ID).title()).contains("T");
        calls.forEach(call -> call.cancel(true));
    }

    @Test
    void standardKeysLimitTheCallsOfTheDefaultAccount() {
        List<CompletableFuture<Session>> calls = fillBulkhead(reactive, DEFAULT);

        assertThat(calls.stream().filter(CompletableFuture::isCompletedExceptionally)).singleElement().satisfies(
                rejected -> assertThat(rejected.handle((session, failure) -> failure).join())
                        .hasMessageContaining("quarkus.esign.bulkhead.max-waiting"));
        assertThat(DEFAULT.requests("get")).hasSize(2);

        calls.subList(0, 2).forEach(call -> call.cancel(true));
        await().until(() -> calls.stream().filter(call -> call.isDone() && !call.isCompletedExceptionally()).count() == 1);
        assertThat(DEFAULT.requests("get")).hasSize(3);
    }

    /** Two calls that get no response, one that waits, and one more. */
    private static List<CompletableFuture<Session>> fillBulkhead(ReactiveSigningSessions sessions, RecordingServer server) {
        server.answer("get", NEVER_ANSWER).answer("get", NEVER_ANSWER);
        List<CompletableFuture<Session>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (i == 2) {
                await().until(() -> server.requests("get").size() == 2);
            }
            calls.add(sessions.get(ID).subscribeAsCompletionStage());
        }
        await().until(() -> calls.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
        return calls;
    }

    /** The breaker is open for half a second, by a standard key: a call that comes later looks whether eSign is back. */
    @Test
    void standardKeysCloseTheBreakerOfTheDefaultAccountAgain() {
        await().until(() -> {
            DEFAULT.answer("get", 500, "text/html", "<html>broken</html>");
            int before = DEFAULT.requests("get").size();
            Throwable failure = catchThrowable(() -> sessions.get(ID));
            assertThat(failure).isInstanceOf(UnavailableException.class);
            boolean open = failure.getMessage().contains("left alone for a while");
            assertThat(DEFAULT.requests("get")).hasSize(open ? before : before + 1);
            return open;
        });

        DEFAULT.reset();
        await().ignoreExceptions().until(() -> sessions.get(ID) != null);
        assertThat(DEFAULT.requests("get")).hasSize(1);
    }

    @Test
    void tokensOfAccountsStaySeparateUnderLoad() {
        EsignServices c = accounts.open(EsignAccountSettings.named("c").url(URI.create(B.url())).apiKey("key-of-c").salt("s")
                .username("c@example.com").build());
        List<Uni<Session>> calls = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            calls.add(reactiveOfA.get(ID));
            calls.add(c.reactiveSessions().get(ID));
        }
        Uni.join().all(calls).andFailFast().await().atMost(Duration.ofMinutes(5));
        accounts.close("c");

        assertThat(A.requests("get")).hasSize(150).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates().allMatch(token -> token.startsWith("a-token-"));
        assertThat(B.requests("get")).hasSize(150).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates().allMatch(token -> token.startsWith("b-token-"));
        assertThat(B.requests("encrypt")).singleElement()
                .satisfies(request -> assertThat(request.target()).contains("key-of-c"));
    }

    @Test
    void startFollowsTheSettingsOfItsAccount() {
        for (int i = 0; i < 5; i++) {
            A.answer("start", refused("not yet"));
            DEFAULT.answer("start", refused("not yet"));
        }
        SessionId id = sessionsOfA
                .create(NewSession.titled("T").documents(Document.of("a.docx", new byte[] { 1 }).anchorTags()).build());

        assertThatThrownBy(() -> sessionsOfA.start(id)).isInstanceOf(SessionNotReadyException.class);
        assertThatThrownBy(() -> sessions.start(id)).isInstanceOf(SessionNotReadyException.class);

        assertThat(A.requests("start").get(0).nanos() - A.requests("create").get(0).nanos())
                .isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos());
        assertThat(A.requests("start")).hasSize(5);
        assertThat(DEFAULT.requests("start")).hasSize(3);
        assertThat(events.all).filteredOn(StartDelayed.class::isInstance).extracting(SigningEvent::account)
                .doesNotContain(EsignAccount.DEFAULT);
        assertThat(reactiveOfA.start(id).onItemOrFailure().transform((nothing, failure) -> failure == null).await()
                .indefinitely()).isTrue();
        assertThatThrownBy(() -> sessionsOfA.start(null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("session id");
    }

    @Test
    void eventsNameTheirAccount() {
        sessions.create(NewSession.titled("T").build());
        sessionsOfA.create(NewSession.titled("T").build());
        A.answer("start", refused("not yet"));
        sessionsOfA.start(ID);

        assertThat(events.all).filteredOn(SessionCreated.class::isInstance).extracting(SigningEvent::account)
                .containsExactly(EsignAccount.DEFAULT, "brokerage-a");
        assertThat(events.ofA).isNotEmpty().allMatch(event -> event.account().equals("brokerage-a"))
                .anyMatch(StartRefused.class::isInstance);
    }

    @Test
    void failuresNameTheirAccount() {
        A.answer("get", refused("no such session")).answer("create", "{\"Message\":\"Success\"}");

        assertThatThrownBy(() -> sessionsOfA.get(ID))
                .hasMessageStartingWith("GetSession of session " + ID + " (account brokerage-a): ")
                .isInstanceOfSatisfying(EsignException.class,
                        failure -> assertThat(failure.account()).isEqualTo("brokerage-a"));
        assertThatThrownBy(() -> sessionsOfA.create(NewSession.titled("T").build()))
                .isInstanceOf(OutcomeUnknownException.class).hasMessageContaining("(account brokerage-a)");
        DEFAULT.answer("get", refused("no such session"));
        assertThatThrownBy(() -> sessions.get(ID)).hasMessageStartingWith("GetSession of session " + ID + ": ")
                .isInstanceOfSatisfying(EsignException.class,
                        failure -> assertThat(failure.account()).isEqualTo(EsignAccount.DEFAULT));
    }

    @Test
    void failuresAdviseTheSettingsOfTheirAccount() {
        EsignServices tenant = accounts.open(EsignAccountSettings.named("tenant").url(URI.create(B.url()))
                .encryptedApiKey("cipher").salt("salt").username("t@example.com").build());
        UnaryOperator<String> keys = member -> "quarkus.esign.\"brokerage-a\"." + member;

        advise(accounts.get("brokerage-a"), A, keys.apply("api-key"), keys.apply("url"), keys.apply("username"),
                keys.apply("landing-url"), keys.apply("operations.session-files.uri"), keys.apply("wire.sms-phone-member"));
        advise(tenant, B, "EsignAccountSettings.apiKey", "EsignAccountSettings.url", "EsignAccountSettings.username",
                "EsignAccountSettings.landingUrl", "quarkus.esign.operations.session-files.uri",
                "quarkus.esign.wire.sms-phone-member");
        accounts.close("tenant");
    }

    private static void advise(EsignServices account, RecordingServer server, String apiKey, String url, String username,
            String landingUrl, String sessionFiles, String smsPhoneMember) {
        SigningSessions sessions = account.sessions();
        NewSession bySms = NewSession.titled("T").signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace")
                .email("ada@example.com").authentication(SignerAuthentication.sms("+1 555 0100"))).build();

        server.answer("gettoken", "null").answer("gettoken", "null");
        assertThatThrownBy(() -> sessions.get(ID)).message().contains("check that " + apiKey + " is whole")
                .doesNotContain("quarkus.esign.api-key");
        server.reset();
        server.answer("get", 404, "text/html", "<html></html>");
        assertThatThrownBy(() -> sessions.get(ID)).hasMessageContaining("check " + url + ":");
        server.answer("get", "<html></html>");
        assertThatThrownBy(() -> sessions.get(ID)).hasMessageContaining("check " + url + ":");
        server.answer("get", refused("Username not found."));
        assertThatThrownBy(() -> sessions.get(ID)).hasMessageContaining("check " + username);
        server.answer("landingurl", RecordingServer.requestResponse(""));
        assertThatThrownBy(() -> sessions.signInUrl(ID)).hasMessageContaining("set " + landingUrl);
        assertThatThrownBy(() -> account.documents().saveTo(ID, new File("target").toPath()))
                .hasMessageContaining(sessionFiles);
        assertThatThrownBy(() -> sessions.create(bySms)).hasMessageContaining("set " + smsPhoneMember);
    }

    @Test
    void accountUsesItsOwnTokenSource() {
        sessionsOfOwn.get(ID);
        sessions.get(ID);

        assertThat(B.requests()).singleElement()
                .satisfies(request -> assertThat(request.headers()).containsEntry("authorization", "token-of-my-own"));
        assertThat(DEFAULT.requests()).extracting(Request::operation).containsExactly("gettoken", "get");
    }

    @Test
    void interfaceOfTheApplicationCallsEsignForAnyAccount() {
        assertThat(accounts.get("brokerage-a").client(LandingApi.class).landingUrl().await().indefinitely().returnValue())
                .startsWith("https://client.example.com");
        assertThat(accounts.get(EsignAccount.DEFAULT).client(LandingApi.class).landingUrl().await().indefinitely()
                .returnValue()).startsWith("https://client.example.com");

        assertThat(A.requests("landingurl").get(0).headers().get("authorization")).startsWith("a-token-");
        assertThat(DEFAULT.requests("landingurl").get(0).headers().get("authorization")).startsWith("token-");
    }

    @Test
    void failuresEventsAndSettingsShowNoSecret() {
        A.answer("gettoken", refused("Error: invalid api key plain-key-of-a"))
                .answer("gettoken", refused("Error: invalid api key plain-key-of-a"));
        Throwable failure = catchThrowable(() -> sessionsOfA.get(ID));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        EsignAccountSettings settings = EsignAccountSettings.named("d").apiKey("plain-key-of-a").salt("salt-a").build();

        assertThat(failure).hasMessageStartingWith("GetToken (account brokerage-a): ").hasMessageContaining("***");
        assertThat(trace + events.all.toString() + settings + accounts.names()).doesNotContain(SECRETS);
    }

    @Singleton
    static class Events {

        final List<SigningEvent> all = Collections.synchronizedList(new ArrayList<>());
        final List<SigningEvent> ofA = Collections.synchronizedList(new ArrayList<>());

        void see(@Observes SigningEvent event) {
            all.add(event);
        }

        void seeThoseOfA(@Observes @EsignAccount("brokerage-a") SigningEvent event) {
            ofA.add(event);
        }
    }

    @EsignAccount("own")
    @ApplicationScoped
    static class OwnTokens implements TokenSource {

        @Override
        public Uni<String> token() {
            return Uni.createFrom().item("token-of-my-own");
        }
    }

    @Path("rest/v1")
    @RegisterRestClient(configKey = "esign")
    @RegisterProvider(TokenFilter.class)
    @RegisterProvider(AnswerReader.class)
    public interface LandingApi {

        @GET
        @Path("landingurl")
        Uni<RequestResponse> landingUrl();
    }
}
