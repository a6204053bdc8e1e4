package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.SESSION_ID;
import static dev.esign.deployment.RecordingServer.refused;
import static dev.esign.deployment.RecordingServer.requestResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.EsignAccount;
import dev.esign.EsignException;
import dev.esign.EsignUsers;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.ReactiveEsignUsers;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SignInPage;
import dev.esign.SignInPage.LandingPage;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.GroupRole;
import dev.esign.model.NewSession;
import dev.esign.model.PurgeTime;
import dev.esign.model.Session;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import dev.esign.model.SessionUpdate;
import dev.esign.model.User;
import dev.esign.model.UserStatus;
import dev.esign.rest.SessionsApi;
import dev.esign.rest.TokensApi;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Calls of the default account, which has a return URL, as they are on the wire: none is sent twice that must not be. */
class SessionCallsTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new NestedTests()
            .withApplicationRoot(jar -> jar.addClasses(NestedTests.class, RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "encrypted key")
            .overrideConfigKey("quarkus.esign.salt", "s/alt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.return-url", "https://configured.example.com/")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "1MS")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "1MS")
            .overrideConfigKey("quarkus.esign.start.max-retry-delay", "2MS")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S")
            .overrideConfigKey("quarkus.esign.office.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.office.salt", "salt")
            .overrideConfigKey("quarkus.esign.office.username", "office@example.com");

    @Inject
    SigningSessions sessions;

    @Inject
    ReactiveSigningSessions reactive;

    @Inject
    EsignUsers users;

    @Inject
    ReactiveEsignUsers reactiveUsers;

    @Inject
    @RestClient
    TokensApi tokens;

    @Inject
    @RestClient
    SessionsApi sessionsApi;

    @Inject
    Vertx vertx;

    @Inject
    @EsignAccount("office")
    SigningSessions office;

    @BeforeEach
    void resetServer() {
        SERVER.reset();
    }

    /** What becomes of a session: each call is sent as documented, once, and isn't taken for done when it may not be. */
    @Nested
    class Lifecycle {

        private static final SessionId ID = SessionId.of("a/b c");
        private static final URI BACK = URI.create("https://example.com/back?x=1");
        private static final String CONFIGURED = "https%3A%2F%2Fconfigured.example.com%2F";
        private static final String SESSIONS = "/rest/v1/sessions/";
        private static final SessionCopy COPY = SessionCopy.of(ID).transactionId("deal-2").title("Again").keepSigner("s-1")
                .readdressSigner("s-2", "two@example.com").addSigner("three@example.com").build();

        /** Each call by the verb and target that it has to have; True is the answer that all of them take for done. */
        private Map<String, Runnable> calls() {
            Map<String, Runnable> calls = new LinkedHashMap<>();
            calls.put("PUT " + SESSIONS + "EditSession/a%2Fb%20c", () -> sessions.pause(ID));
            calls.put("PUT " + SESSIONS + "a%2Fb%20c/cancel?returnURL=" + CONFIGURED, () -> sessions.cancel(ID));
            calls.put("PUT " + SESSIONS + "a%2Fb%20c/cancel?returnURL=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1",
                    () -> sessions.cancel(ID, BACK));
            calls.put("PUT " + SESSIONS + "a%2Fb%20c/close?returnURL=" + CONFIGURED, () -> sessions.close(ID));
            calls.put("DELETE " + SESSIONS + "a%2Fb%20c", () -> sessions.delete(ID));
            calls.put("PUT " + SESSIONS + "a%2Fb%20c/purge?returnURL=" + CONFIGURED + "&purgeNow=true",
                    () -> sessions.purge(ID, PurgeTime.NOW));
            calls.put("PUT " + SESSIONS + "a%2Fb%20c/purge?returnURL=" + CONFIGURED + "&purgeNow=false",
                    () -> sessions.purge(ID, PurgeTime.SCHEDULED));
            calls.put("PUT " + SESSIONS + "cancelPurging/a%2Fb%20c", () -> sessions.cancelPurge(ID));
            calls.put("PUT /rest/v1/transaction/UpdateTxId", () -> sessions.updateTransactionId(ID, "deal-2"));
            return calls;
        }

        private static String operation(String verbAndTarget) {
            return verbAndTarget.replaceFirst("\\?.*", "");
        }

        @Test
        void everyCallHasTheDocumentedVerbTargetAndHeaders() {
            calls().forEach((expected, call) -> {
                SERVER.reset();
                SERVER.answer(operation(expected), requestResponse("True"));
                call.run();
                assertThat(SERVER.requests(operation(expected))).as(expected).singleElement().satisfies(request -> {
                    assertThat(request.method() + " " + request.target()).isEqualTo(expected);
                    assertThat(request.headers()).containsEntry("content-type", "application/json");
                    assertThat(request.headers().get("authorization")).matches("token-\\d+");
                    if (request.method().equals("PUT") && request.body().isEmpty()) {
                        assertThat(request.headers()).containsEntry("content-length", "0")
                                .doesNotContainKey("transfer-encoding");
                    }
                });
            });
        }

        @Test
        void updateTransactionIdSendsItsDocumentedBody() throws IOException {
            SERVER.answer("PUT /rest/v1/transaction/UpdateTxId", "{\"Message\":\"Success\"}");
            sessions.updateTransactionId(ID, "deal-2");

            assertThat(body("PUT /rest/v1/transaction/UpdateTxId"))
                    .isEqualTo(JSON.readTree("{\"userName\":\"owner@example.com\","
                            + "\"signingSessionId\":\"a/b c\",\"newTransactionId\":\"deal-2\"}"));
        }

        @Test
        void copySendsItsDocumentedBody() throws IOException {
            SERVER.answer("POST /rest/v1/sessions/copy", RecordingServer.session(1));
            assertThat(sessions.copy(COPY)).isEqualTo(SessionId.of(RecordingServer.SESSION_ID));
            assertThat(body("POST /rest/v1/sessions/copy")).isEqualTo(JSON.readTree("{\"copyOptions\":{\"Version\":0,"
                    + "\"RetainFields\":true},\"session\":{\"SigningSessionId\":\"a/b c\",\"SessionInfo\":{\"TransactionId\":"
                    + "\"deal-2\",\"TransactionTitle\":\"Again\"},\"Signers\":[{\"SignerId\":\"s-1\"},{\"SignerId\":\"s-2\","
                    + "\"EmailAddress\":\"two@example.com\"},{\"EmailAddress\":\"three@example.com\"}]}}"));

            SERVER.reset();
            SERVER.answer("POST /rest/v1/sessions/copy",
                    "{\"Message\":\"Success\",\"SigningSessionId\":\"A/b c\",\"Session\":{\"Id\":\"inside\"}}");
            SessionCopy plain = SessionCopy.of(ID).fieldsRetained(false).build();
            assertThat(sessions.copy(plain)).isEqualTo(SessionId.of("inside"));
            assertThat(body("POST /rest/v1/sessions/copy")).isEqualTo(JSON.readTree("{\"copyOptions\":{\"Version\":0,"
                    + "\"RetainFields\":false},\"session\":{\"SigningSessionId\":\"a/b c\",\"SessionInfo\":{\"TransactionId\":\""
                    + plain.transactionId() + "\"}}}"));
        }

        @Test
        void rejectedCallFailsWithTheTextsOfEsign() {
            calls().forEach((expected, call) -> {
                SERVER.reset();
                SERVER.answer(operation(expected), refused("no, not now"));
                assertThatThrownBy(call::run).as(expected).isInstanceOf(ValidationException.class)
                        .hasMessageContaining("no, not now");
                assertThat(SERVER.requests(operation(expected))).hasSize(1);
            });
        }

        @Test
        void callWithLostResponseIsNotRepeated() {
            Map<String, Runnable> calls = calls();
            calls.put("POST /rest/v1/sessions/copy", () -> sessions.copy(COPY));
            calls.forEach((expected, call) -> {
                for (String[] loss : new String[][] { { "200", DROP }, { "502", "<html>" }, { "200", "<html>" } }) {
                    SERVER.reset();
                    SERVER.answer(operation(expected), Integer.parseInt(loss[0]), "text/html", loss[1]);
                    assertThatThrownBy(call::run).as(expected + " " + loss[1]).isInstanceOfSatisfying(
                            OutcomeUnknownException.class, lost -> assertThat(lost.sessionId()).contains(ID));
                    assertThat(SERVER.requests(operation(expected))).hasSize(1);
                }
            });
            SERVER.answer("POST /rest/v1/sessions/copy", "{\"Message\":\"Success\"}");
            assertThatThrownBy(() -> sessions.copy(COPY)).isInstanceOfSatisfying(OutcomeUnknownException.class,
                    lost -> assertThat(lost.transactionId()).contains("deal-2"));
        }

        @Test
        void responseWithoutTrueOrFalseIsAnUnknownOutcome() {
            SERVER.answer("DELETE /rest/v1/sessions/a%2Fb%20c", "{}");
            assertThatThrownBy(() -> sessions.delete(ID)).isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("neither True nor False");
        }

        @Test
        void rejectedTokenIsReplacedOnce() {
            SERVER.answer("DELETE /rest/v1/sessions/a%2Fb%20c", "null")
                    .answer("DELETE /rest/v1/sessions/a%2Fb%20c", requestResponse("True"));
            sessions.delete(ID);
            assertThat(SERVER.requests("DELETE /rest/v1/sessions/a%2Fb%20c"))
                    .extracting(request -> request.headers().get("authorization")).hasSize(2).doesNotHaveDuplicates();
        }

        @Test
        void callsRejectMissingArgumentsUnsent() {
            assertThatThrownBy(() -> sessions.cancel(null, BACK)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("session id");
            assertThatThrownBy(() -> sessions.updateTransactionId(ID, " ")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("transaction id");
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void reactiveCancelIsSentAtEachSubscription() {
            Uni<Void> cancel = reactive.cancel(ID);
            assertThat(SERVER.requests()).isEmpty();

            SERVER.answer("PUT /rest/v1/sessions/a%2Fb%20c/cancel", requestResponse("True"))
                    .answer("PUT /rest/v1/sessions/a%2Fb%20c/cancel", refused("no"));
            cancel.await().indefinitely();
            assertThatThrownBy(() -> cancel.await().indefinitely()).isInstanceOf(EsignException.class);
            assertThat(SERVER.requests("PUT /rest/v1/sessions/a%2Fb%20c/cancel")).extracting(Request::target)
                    .containsOnly(SESSIONS + "a%2Fb%20c/cancel?returnURL=" + CONFIGURED);
        }

        @Test
        void signInPageUrlHasItsDocumentedParameters() {
            SignInPage page = SignInPage.at(URI.create("https://client.example.com/")).session(ID)
                    .landingPage(LandingPage.STEP2)
                    .themeUrl(BACK).headerShown(true).leftMenuShown(false).filteredBy("Deal & 1").packagesAllowed(true)
                    .templatesAllowed(true).newSessionsAllowed(false).transactionNameLocked(true).build();

            String url = sessions.signInUrl(page).reveal().toString();

            assertThat(url.replaceFirst("token-\\d+", "T")).isEqualTo("https://client.example.com/Account/LogMeIn?token=T"
                    + "&ssid=a%2Fb%20c&username=owner%40example.com&landingPage=step2"
                    + "&themeUrl=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1&showHeader=true&showLeftMenu=false"
                    + "&filterByTxName=Deal%20%26%201&allowAddPackage=true&allowApplyTemplate=true&allowAddSession=false"
                    + "&disableTransactionName=true");
            assertThat(sessions.signInUrl(page).toString())
                    .startsWith(
                            "https://client.example.com/Account/LogMeIn?token=***&ssid=a%2Fb%20c&username=***&landingPage=step2")
                    .doesNotContain("Deal");
        }

        private static Object body(String operation) throws IOException {
            assertThat(SERVER.requests(operation)).hasSize(1);
            return JSON.readTree(SERVER.requests(operation).get(0).body());
        }
    }

    /** One transaction id, one session, started once, whatever gets lost on the way. */
    @Nested
    class Sending {

        private static final SessionId ID = SessionId.of(SESSION_ID);
        private static final String LOOK_UP = "GET /rest/v1/sessions/lite/owner%40example.com/deal-1/50/0/sortBy";
        private static final String NONE = "{\"TotalCount\":0,\"Sessions\":[]}";
        private static final NewSession SESSION = NewSession.titled("T").transactionId("deal-1").build();

        @Test
        void sendCreatesAndStartsANewTransaction() {
            SERVER.answer(LOOK_UP, NONE).answer("start", refused("not yet"));

            assertThat(sessions.send(SESSION)).isEqualTo(ID);

            assertCalls(1, 2);
            SERVER.answer(LOOK_UP, NONE).answer("start", refused("not yet"));
            assertThat(reactive.send(SESSION).await().indefinitely()).isEqualTo(ID);
            assertCalls(2, 4);
        }

        @Test
        void sendStartsTheDraftOfAnEarlierAttempt() {
            SERVER.answer(LOOK_UP, found(1));
            assertThat(sessions.send(SESSION)).isEqualTo(ID);
            assertCalls(0, 1);
        }

        @Test
        void sendLeavesAStartedSessionAlone() {
            SERVER.answer(LOOK_UP, found(2)).answer(LOOK_UP, found(3));
            assertThat(sessions.send(SESSION)).isEqualTo(ID);
            assertThat(reactive.send(SESSION).await().indefinitely()).isEqualTo(ID);
            assertCalls(0, 0);
        }

        @Test
        void sendFailsForEndedOrSeveralSessions() {
            SERVER.answer(LOOK_UP, found(4));
            assertThatThrownBy(() -> sessions.send(SESSION)).isInstanceOf(InvalidSessionStateException.class)
                    .hasMessageContaining("deal-1").hasMessageContaining("Cancelled");
            SERVER.answer(LOOK_UP,
                    "{\"TotalCount\":2,\"Sessions\":[{\"SigningSessionId\":\"a\"},{\"SigningSessionId\":\"b\"}]}");
            assertThatThrownBy(() -> sessions.send(SESSION)).isInstanceOf(InvalidSessionStateException.class)
                    .hasMessageContaining("several");
            assertCalls(0, 0);
        }

        @Test
        void sendFailsUnsentWhenTheLookUpFails() {
            SERVER.answer(LOOK_UP, DROP);
            assertThatThrownBy(() -> sessions.send(SESSION)).isInstanceOf(UnavailableException.class);
            assertCalls(0, 0);
        }

        @Test
        void createWithLostResponseAdoptsTheSessionThatItFinds() {
            SERVER.answer("create", DROP).answer(LOOK_UP, found(1));
            assertThat(sessions.create(SESSION)).isEqualTo(ID);
            assertThat(SERVER.requests("create")).hasSize(1);
        }

        @Test
        void createWithLostResponseStaysUnknownWhenNothingIsFound() {
            SERVER.answer("create", DROP).answer(LOOK_UP, NONE);
            assertThatThrownBy(() -> sessions.create(SESSION)).isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("deal-1");
            SERVER.answer("create", DROP).answer(LOOK_UP, DROP);
            assertThatThrownBy(() -> sessions.create(SESSION)).isInstanceOf(OutcomeUnknownException.class);
            assertThat(SERVER.requests("create")).hasSize(2);
        }

        @Test
        void createIsBrokenOffWhenTheServerHangsUpEarly() {
            byte[] large = new byte[20_000_000];
            // The server hangs up after the head, so that the body can't get through.
            SERVER.answer(RecordingServer.BEFORE_BODY, DROP);
            assertThatThrownBy(
                    () -> sessions.create(NewSession.titled("T").documents(Document.of("a.pdf", large).build()).build()))
                    .isInstanceOf(UnavailableException.class).hasMessageContaining("broken off");
            assertThat(SERVER.requests("create")).isEmpty();
        }

        private static void assertCalls(int creates, int starts) {
            assertThat(SERVER.requests("create")).hasSize(creates);
            assertThat(SERVER.requests("start")).hasSize(starts);
        }

        private static String found(int status) {
            return "{\"TotalCount\":1,\"Sessions\":[{\"SigningSessionId\":\"" + SESSION_ID + "\",\"StatusCode\":" + status
                    + "}]}";
        }
    }

    /** Lists are read to their end and no further, whatever eSign says of their length; the caller never counts pages. */
    @Nested
    class Lists {

        private static final String ARCHIVED = "GET /rest/v1/sessions/archived/50/";

        @Test
        void listReadsAllPagesUpToTheTotalCount() {
            archive(120, 120);

            assertThat(ids(sessions.archived())).containsExactlyElementsOf(expected(120));
            assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1, ARCHIVED + 2);
            assertThat(SERVER.requests("gettoken")).hasSize(3);

            SERVER.reset();
            archive(120, 120);
            assertThat(ids(reactive.archived())).containsExactlyElementsOf(expected(120));
            assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1, ARCHIVED + 2);
        }

        @Test
        void listFetchesPagesOnDemand() {
            archive(120, 120);
            try (Stream<SessionSummary> unread = sessions.archived()) {
                assertThat(calls()).isEmpty();
            }
            assertThat(ids(sessions.archived().limit(50))).hasSize(50);
            assertThat(calls()).containsExactly(ARCHIVED + 0);

            SERVER.reset();
            archive(120, 120);
            Multi<SessionSummary> rows = reactive.archived();
            assertThat(calls()).isEmpty();
            AssertSubscriber<SessionSummary> reader = rows.subscribe().withSubscriber(AssertSubscriber.create(49));
            reader.awaitItems(49, Duration.ofMinutes(5));
            assertThat(calls()).containsExactly(ARCHIVED + 0);
            reader.awaitNextItems(2, Duration.ofMinutes(5));
            assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1);
            reader.cancel();
        }

        @Test
        void eachSubscriptionReadsTheListAnew() {
            archive(60, 60);
            archive(60, 60);
            Multi<SessionSummary> rows = reactive.archived();

            assertThat(ids(rows)).hasSize(60).isEqualTo(ids(rows));
            assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1, ARCHIVED + 0, ARCHIVED + 1);
        }

        @Test
        void emptyListIsOneCall() {
            SERVER.answer(ARCHIVED + 0, page(0, 0, 0));
            assertThat(ids(sessions.archived())).isEmpty();
            assertThat(calls()).containsExactly(ARCHIVED + 0);
        }

        @Test
        void listEndsRightWhenTheTotalCountIsWrongOrMissing() {
            archive(60, 1000);
            SERVER.answer(ARCHIVED + 2, page(0, 0, 1000));
            assertThat(ids(sessions.archived())).containsExactlyElementsOf(expected(60));

            SERVER.reset();
            archive(60, null);
            SERVER.answer(ARCHIVED + 2, page(0, 0, null));
            assertThat(ids(sessions.archived())).containsExactlyElementsOf(expected(60));

            SERVER.reset();
            archive(60, 7);
            SERVER.answer(ARCHIVED + 2, page(0, 0, 7));
            assertThat(ids(sessions.archived())).containsExactlyElementsOf(expected(60));
        }

        @Test
        void listEndsAtAPageThatCameBefore() {
            for (int number = 0; number < 4; number++) {
                SERVER.answer(ARCHIVED + number, number % 2 == 0 ? page(0, 50, 1000) : page(50, 100, 1000));
            }
            assertThat(ids(reactive.archived())).containsExactlyElementsOf(expected(100));
            assertThat(calls()).containsExactly(ARCHIVED + 0, ARCHIVED + 1, ARCHIVED + 2);
        }

        @Test
        void listFailsAfterTheRowsBeforeTheFailure() {
            SERVER.answer(ARCHIVED + 0, page(0, 50, 120)).answer(ARCHIVED + 1, 503, "text/html", "<html>");
            assertThatThrownBy(() -> ids(sessions.archived())).isInstanceOf(UnavailableException.class);

            SERVER.reset();
            SERVER.answer(ARCHIVED + 0, "{\"Message\":\"Success\",\"Sessions\":[{\"Title\":\"SECRET\"}]}");
            assertThatThrownBy(() -> ids(sessions.archived())).isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("without an id").message().doesNotContain("SECRET");
        }

        @Test
        void deletedAndExpiredSessionsHaveTheirOwnPaths() {
            SERVER.answer("GET /rest/v1/sessions/deleted/50/0", "{\"totalCount\":2,\"SessionIds\":[\"a\",\"b\"]}");
            assertThat(ids(sessions.deleted())).containsExactly("a", "b");

            SERVER.answer("GET /rest/v1/sessions/expired/50/0", "{\"TotalCount\":1,\"AnyName\":[{\"SessionId\":\"c\"}]}");
            assertThat(ids(sessions.expired())).containsExactly("c");

            assertThat(calls()).containsExactly("GET /rest/v1/sessions/deleted/50/0", "GET /rest/v1/sessions/expired/50/0");
        }

        @Test
        void sessionsAreFoundByTheirTransactionId() {
            String path = "/rest/v1/sessions/lite/owner%40example.com/deal%2F1/50/0/sortBy";
            SERVER.answer("GET " + path,
                    "{\"TotalCount\":1,\"SessionInfoLiteViews\":[{\"SigningSessionId\":\"x\",\"Title\":\"T\","
                            + "\"TransactionId\":\"deal/1\",\"StatusCode\":2,\"CreatedOn\":\"\\/Date(1796947200000)\\/\"}]}");

            assertThat(sessions.findByTransactionId("deal/1")).singleElement().satisfies(row -> {
                assertThat(row.id()).isEqualTo(SessionId.of("x"));
                assertThat(row.title()).contains("T");
                assertThat(row.transactionId()).contains("deal/1");
                assertThat(row.status()).contains(SessionStatus.IN_SENT);
                assertThat(row.createdOn()).contains(Instant.ofEpochMilli(1796947200000L));
                assertThat(row).hasToString("SessionSummary[id=x, status=InSent]");
            });
            assertThat(SERVER.requests("GET " + path)).singleElement().satisfies(request -> {
                assertThat(request.target()).isEqualTo(path + "?colName=CreatedOn&sortOrder=asc");
                assertThat(request.headers()).containsEntry("content-type", "application/json");
            });
            assertThatThrownBy(() -> ids(sessions.findByTransactionId(""))).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void sessionsAreFoundInFullByTheirTransactionId() {
            String path = "/rest/v1/users/owner%40example.com/transactions/deal%2F1";
            SERVER.answer("GET " + path,
                    "{\"Message\":\"Success\",\"Sessions\":[{\"Id\":\"x\",\"SessionInfo\":{\"Title\":\"T\"}},"
                            + "{\"SessionInfo\":{\"Id\":\"y\",\"Title\":\"U\",\"StatusCode\":3}}]}");

            assertThat(sessions.findByTransactionIdInFull("deal/1")).extracting(Session::id)
                    .containsExactly(SessionId.of("x"), SessionId.of("y"));
            assertThat(SERVER.requests("GET " + path)).singleElement().extracting(Request::target).isEqualTo(path);

            SERVER.answer("GET " + path, "{\"Message\":\"Success\",\"Sessions\":[]}");
            assertThat(reactive.findByTransactionIdInFull("deal/1").await().indefinitely()).isEmpty();
        }

        @Test
        void actionLogKeepsUnknownProperties() {
            String path = "/rest/v1/sessions/x/actionlogs";
            SERVER.answer("GET " + path, "{\"Message\":\"Success\",\"Actionlog\":[{\"ActionDate\":\"2026-01-02T03:04:05Z\","
                    + "\"IPAddress\":\"192.0.2.1\",\"Description\":\"Sent\",\"Other\":{\"a\":[1]}},{\"When\":\"yesterday\"}]}");

            assertThat(sessions.actionLog(SessionId.of("x"))).satisfiesExactly(entry -> {
                assertThat(entry.date()).contains(Instant.parse("2026-01-02T03:04:05Z"));
                assertThat(entry.ipAddress()).contains("192.0.2.1");
                assertThat(entry.description()).contains("Sent");
                assertThat(entry.members()).containsEntry("Other", "{\"a\":[1]}").containsEntry("Description", "\"Sent\"");
                assertThat(entry.toString()).doesNotContain("192.0.2.1", "Sent");
            }, entry -> {
                assertThat(entry.date()).isEmpty();
                assertThat(entry.members()).containsEntry("When", "\"yesterday\"");
            });
            assertThat(SERVER.requests("GET " + path)).singleElement().extracting(Request::target).isEqualTo(path);
        }

        /** Answers the pages of an archive of so many sessions. */
        private static void archive(int sessions, Integer total) {
            for (int from = 0; from < sessions; from += 50) {
                SERVER.answer(ARCHIVED + from / 50, page(from, Math.min(from + 50, sessions), total));
            }
        }

        private static String page(int from, int to, Integer total) {
            String rows = IntStream.range(from, to).mapToObj(i -> "{\"SigningSessionId\":\"id-" + i + "\"}")
                    .collect(Collectors.joining(","));
            return "{\"Message\":\"Success\",\"TotalCount\":" + total + ",\"Sessions\":[" + rows + "]}";
        }

        private static List<String> expected(int count) {
            return IntStream.range(0, count).mapToObj(i -> "id-" + i).toList();
        }

        private static List<String> ids(Stream<SessionSummary> rows) {
            return rows.map(row -> row.id().value()).toList();
        }

        private static List<String> ids(Multi<SessionSummary> rows) {
            return rows.map(row -> row.id().value()).collect().asList().await().indefinitely();
        }

        private static List<String> calls() {
            return SERVER.requests().stream().map(Request::operation).filter(operation -> operation.startsWith("GET "))
                    .toList();
        }
    }

    /** Users are sent as documented, with their passwords encrypted, and nothing that is told of a failure has a password. */
    @Nested
    class Users {

        private static final String PASSWORD = "SECRET-pass/word";
        private static final String CIPHER_TEXT = "SECRET-cipher";
        private static final String USERS = "/rest/v1/users";
        private static final String ANSWER = "{\"Message\":\"Success\",\"Users\":[{\"SystemUserID\":\"u-1\",\"Username\":"
                + "\"ann@example.com\",\"FirstName\":\"Ann\",\"Password\":\"SECRET\",\"SubscriptionType\":\"Annual\","
                + "\"StatusCode\":\"1\"}]}";

        @BeforeEach
        void answerEncryption() {
            SERVER.reset();
            SERVER.answer("encrypt", requestResponse(CIPHER_TEXT));
        }

        @Test
        void createUserEncryptsThePassword() throws IOException {
            SERVER.answer("POST " + USERS, ANSWER);
            User created = users.create(newUser().company("Acme").region("").subscriptionType("Annual")
                    .timeZoneId("Pacific Standard Time").emailSignature("A.").cellNumber("1").phoneNumber("2")
                    .dateFormat("MM/DD/YYYY").jobTitle("Agent").status(UserStatus.ACTIVE).build());

            assertThat(SERVER.requests("encrypt")).singleElement().extracting(Request::target)
                    .isEqualTo("/rest/v1/encrypt/SECRET-pass%2Fword/s%2Falt");
            assertSent("POST " + USERS, USERS, "{\"salt\":\"s/alt\",\"user\":{\"Username\":\"ann@example.com\",\"FirstName\":"
                    + "\"Ann\",\"LastName\":\"Lee\",\"Password\":\"SECRET-cipher\",\"Company\":\"Acme\",\"EmailSignature\":\"A.\","
                    + "\"StatusCode\":1,\"Region\":\"\",\"SubscriptionTypes\":\"Annual\",\"TimeZoneId\":\"Pacific Standard Time\","
                    + "\"CellNumber\":\"1\",\"PhoneNumber\":\"2\",\"DateFormat\":\"MM/DD/YYYY\",\"JobTitle\":\"Agent\"}}");
            assertThat(created.systemUserId()).contains("u-1");
            assertThat(created.subscriptionType()).contains("Annual");
            assertThat(created.status()).contains(UserStatus.ACTIVE);
            assertThat(created.password()).isEmpty();
            assertThat(newUser().build().toString()).doesNotContain("SECRET", "ann", "Ann");
        }

        @Test
        void findUserReturnsEmptyForAnUnknownUser() {
            SERVER.answer("GET " + USERS + "/u%2F1", ANSWER);
            assertThat(users.findById("u/1")).get().extracting(User::username).asString().contains("ann@example.com");

            SERVER.answer("GET " + USERS, ANSWER);
            assertThat(users.findByUsername("ann+1@example.com")).isPresent();
            assertThat(SERVER.requests("GET " + USERS)).singleElement().satisfies(request -> {
                assertThat(request.target()).isEqualTo(USERS + "?username=ann%2B1%40example.com");
                assertThat(request.headers()).containsEntry("content-type", "application/json");
            });

            SERVER.answer("GET " + USERS, refused("Error: Username not found."))
                    .answer("GET " + USERS, "{\"Message\":\"Success\",\"Users\":[]}");
            assertThat(users.findByUsername("ann@example.com")).isEmpty();
            assertThat(reactiveUsers.findByUsername("ann@example.com").await().indefinitely()).isEmpty();
        }

        @Test
        void updateUserSendsOnlyWhatIsSet() throws IOException {
            SERVER.answer("PUT " + USERS, ANSWER);
            users.update(User.withId("u-1").company("New").status(UserStatus.INACTIVE).build());

            assertSent("PUT " + USERS, USERS,
                    "{\"salt\":\"s/alt\",\"user\":{\"SystemUserId\":\"u-1\",\"Company\":\"New\",\"StatusCode\":0}}");
            assertThat(SERVER.requests("encrypt")).isEmpty();
        }

        @Test
        void updateByUsernameSendsTheOldName() throws IOException {
            SERVER.answer("PUT " + USERS + "/updateByUsername", ANSWER);
            users.updateByUsername("old@example.com", User.named("ann@example.com").password(PASSWORD).build());

            assertSent("PUT " + USERS + "/updateByUsername", USERS + "/updateByUsername", "{\"salt\":\"s/alt\",\"oldUsername\":"
                    + "\"old@example.com\",\"user\":{\"Username\":\"ann@example.com\",\"Password\":\"SECRET-cipher\"}}");
        }

        @Test
        void provisionSendsTheStatusAsANumber() throws IOException {
            SERVER.answer("PUT " + USERS + "/provisionUser", ANSWER);
            users.provision("u-1", UserStatus.INACTIVE);

            assertSent("PUT " + USERS + "/provisionUser", USERS + "/provisionUser",
                    "{\"salt\":\"s/alt\",\"systemUserId\":\"u-1\",\"userStatus\":0}");
        }

        @Test
        void groupUserCallsSendGroupAndRole() throws IOException {
            SERVER.answer("POST /rest/v1/groupusers", ANSWER).answer("PUT /rest/v1/groupuser", requestResponse("True"));
            users.createGroupUser("g-1", newUser().build());
            users.changeGroupUserRole("ann@example.com", GroupRole.MANAGER);

            assertSent("POST /rest/v1/groupusers", "/rest/v1/groupusers", "{\"salt\":\"s/alt\",\"groupUser\":{\"Username\":"
                    + "\"ann@example.com\",\"FirstName\":\"Ann\",\"LastName\":\"Lee\",\"Password\":\"SECRET-cipher\","
                    + "\"UserGroupId\":\"g-1\"}}");
            assertSent("PUT /rest/v1/groupuser", "/rest/v1/groupuser", "{\"username\":\"owner@example.com\",\"groupUser\":"
                    + "\"ann@example.com\",\"userRole\":\"manager\"}");
        }

        @Test
        void userCallsRejectMissingArgumentsUnsent() {
            assertThatThrownBy(() -> users.create(User.named("ann@example.com").firstName("Ann").lastName("Lee").build()))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("password");
            assertThatThrownBy(() -> users.createGroupUser(" ", newUser().build()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> users.findById("")).isInstanceOf(IllegalArgumentException.class);
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void failuresShowNoPassword() {
            SERVER.reset();
            SERVER.answer("encrypt", refused("can't encrypt " + PASSWORD));
            assertFails(ValidationException.class, () -> users.create(newUser().build()));
            assertThat(SERVER.requests("POST " + USERS)).isEmpty();

            answerEncryption();
            SERVER.answer("POST " + USERS, refused("too short: " + PASSWORD + ", " + CIPHER_TEXT));
            assertFails(ValidationException.class, () -> users.create(newUser().build()));

            answerEncryption();
            SERVER.answer("POST " + USERS, 400, "application/json", refused("too short: " + PASSWORD + ", " + CIPHER_TEXT));
            assertFails(ValidationException.class, () -> users.create(newUser().build()));

            SERVER.reset();
            SERVER.answer("encrypt", DROP);
            assertFails(UnavailableException.class, () -> users.create(newUser().build()));
            assertThat(SERVER.requests("POST " + USERS)).isEmpty();
        }

        @Test
        void userCallWithLostResponseIsNotRepeated() {
            Map<String, Runnable> calls = new LinkedHashMap<>();
            calls.put("POST " + USERS, () -> users.create(newUser().build()));
            calls.put("PUT " + USERS, () -> users.update(User.withId("u-1").build()));
            calls.put("PUT " + USERS + "/updateByUsername", () -> users.updateByUsername("o", User.withId("u-1").build()));
            calls.put("PUT " + USERS + "/provisionUser", () -> users.provision("u-1", UserStatus.ACTIVE));
            calls.put("POST /rest/v1/groupusers", () -> users.createGroupUser("g-1", newUser().build()));
            calls.put("PUT /rest/v1/groupuser", () -> users.changeGroupUserRole("ann@example.com", GroupRole.ADMIN));
            calls.forEach((operation, call) -> {
                answerEncryption();
                SERVER.answer(operation, DROP);
                assertFails(OutcomeUnknownException.class, call);
                assertThat(SERVER.requests(operation)).hasSize(1);
            });

            answerEncryption();
            SERVER.answer("POST " + USERS, "{\"Message\":\"Success\"}");
            assertFails(OutcomeUnknownException.class, () -> users.create(newUser().build()));
        }

        @Test
        void unknownUserIsNotTakenForTheConfiguredOne() {
            SERVER.answer("PUT " + USERS, refused("Error: Username not found."));
            assertThatThrownBy(() -> users.update(User.named("nobody@example.com").build()))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("Username not found").message().doesNotContain("quarkus.esign.username");
        }

        @Test
        void restInterfacesSendTheirDocumentedRequests() {
            SERVER.answer("tokenusernamepassword", requestResponse("T"))
                    .answer("GET /rest/v1/authenticateuser/a%40b.c/s%2F1", ANSWER)
                    .answer("GET /rest/v2/users/a%40b.c/transactions/d%2F1", RecordingServer.session(2));

            assertThat(tokens.getTokenUserNamePassword("cipher", "a@b.c", "s/1").await().indefinitely().returnValue())
                    .isEqualTo("T");
            assertThat(tokens.authenticateUser("token:cipher", "a@b.c", "s/1").await().indefinitely().users()).hasSize(1);
            assertThat(sessionsApi.byTransactionIdMetadata("a@b.c", "d/1").await().indefinitely().sessions()).hasSize(1);
            assertThat(SERVER.requests()).filteredOn(request -> request.target().contains("a%40b.c"))
                    .allSatisfy(request -> assertThat(request.headers()).containsEntry("content-type", "application/json"))
                    .extracting(request -> request.headers().get("authorization").replaceFirst("-\\d+", ""))
                    .containsExactly("cipher", "token:cipher", "token");
        }

        private static User.Builder newUser() {
            return User.named("ann@example.com").firstName("Ann").lastName("Lee").password(PASSWORD);
        }

        private static void assertSent(String operation, String target, String json) throws IOException {
            assertThat(SERVER.requests(operation)).hasSize(1);
            Request request = SERVER.requests(operation).get(0);
            JsonNode body = JSON.readTree(request.body());
            assertThat(request.target()).isEqualTo(target);
            assertThat(request.headers()).containsEntry("content-type", "application/json");
            assertThat(request.headers().get("authorization")).matches("token-\\d+");
            assertThat(body).isEqualTo(JSON.readTree(json));
        }

        private static void assertFails(Class<? extends Throwable> kind, Runnable call) {
            assertThatThrownBy(call::run).isInstanceOf(kind).satisfies(failure -> {
                StringWriter everything = new StringWriter();
                failure.printStackTrace(new PrintWriter(everything));
                assertThat(everything.toString()).doesNotContain("SECRET");
            });
        }
    }

    /** A caller that blocks in its Vert.x context's ordered queue doesn't wait for what only that queue could do. */
    @Nested
    class OrderedContexts {
        @Test
        void documentIsSentFromAnOrderedContext() throws Exception {
            assertThat(inOrder(vertx.getOrCreateContext(), () -> send(sessions))).hasToString(RecordingServer.SESSION_ID);
            assertThat(SERVER.requests("start")).hasSize(1);
        }

        @Test
        void documentIsSentFromTheContextOfARequest() throws Exception {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());

            assertThat(inOrder(context, () -> send(sessions))).hasToString(RecordingServer.SESSION_ID);
            assertThat(inOrder(context, () -> send(office))).hasToString(RecordingServer.SESSION_ID);
            assertThat(SERVER.requests("start")).hasSize(2);
        }

        private static SessionId send(SigningSessions sessions) {
            SessionId id = sessions.create(NewSession.titled("T").documents(Document.of("a.pdf", new byte[200_000])).build());
            sessions.update(SessionUpdate.of(id).documents(Document.of("b.pdf", new byte[200_000])).build());
            sessions.get(id);
            sessions.start(id);
            return id;
        }

        private static <T> T inOrder(Context context, Callable<T> work) throws Exception {
            return context.executeBlocking(work, true).toCompletionStage().toCompletableFuture().get(2, TimeUnit.MINUTES);
        }
    }
}
