package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.refused;
import static dev.esign.deployment.RecordingServer.requestResponse;
import static dev.esign.deployment.RecordingServer.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import dev.esign.EsignAccount;
import dev.esign.InvalidSessionStateException;
import dev.esign.InviteToken;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.RateLimitedException;
import dev.esign.ReactiveSessionSigners;
import dev.esign.ReactiveSignedDocuments;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SessionNotReadyException;
import dev.esign.SessionSigners;
import dev.esign.SignedDocuments;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.event.SessionStarted;
import dev.esign.event.SigningEvent;
import dev.esign.event.StartDelayed;
import dev.esign.event.StartRefused;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import dev.esign.model.UploadedDocument;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Starts, retries and signers of the default account, which has no return URL; no wait is longer than a test can stand. */
class StartAndRetryTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final URI RETURN_URL = URI.create("https://example.com/");
    private static final Duration DELAY = Duration.ofMillis(400);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new NestedTests()
            .withApplicationRoot(jar -> jar.addClasses(NestedTests.class, RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.start.delay", DELAY.toMillis() + "MS")
            .overrideConfigKey("quarkus.esign.start.max-retries", "4")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "1MS")
            .overrideConfigKey("quarkus.esign.start.max-retry-delay", "4MS")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S")
            // A standard key wins over ours: three retries, not four.
            .overrideConfigKey("dev.esign.SigningSessions/start/Retry/maxRetries", "3")
            .overrideConfigKey("quarkus.esign.retry-after.max-retries", "2")
            .overrideConfigKey("quarkus.esign.retry-after.max-wait", "5S")
            .overrideConfigKey("quarkus.esign.operations.session-files.method", "GET");

    @Inject
    SigningSessions sessions;

    @Inject
    Starts.Events events;

    @Inject
    ReactiveSigningSessions reactive;

    @Inject
    Vertx vertx;

    @Inject
    SessionSigners signers;

    @Inject
    ReactiveSessionSigners reactiveSigners;

    @Inject
    SignedDocuments documents;

    @Inject
    ReactiveSignedDocuments reactiveDocuments;

    @BeforeEach
    void resetServer() {
        SERVER.reset();
    }

    /** Start waits, tries again, and tells the truth. */
    @Nested
    class Starts {

        private static final SessionId SOMEONE_ELSES = SessionId.of("0f8fad5b-d9cb-469f-a165-70867728950e");

        @BeforeEach
        void forgetEvents() {
            events.seen().clear();
        }

        @Test
        void rejectedStartIsRetriedWithAFreshToken() {
            SessionId id = create(true);
            SERVER.answer("start", refused("tags are processed")).answer("start", refused("tags are processed"));

            sessions.start(id, RETURN_URL);

            assertThat(SERVER.requests("start")).hasSize(3).extracting(request -> request.headers().get("authorization"))
                    .doesNotHaveDuplicates();
            assertThat(SERVER.requests("get")).isEmpty();
            assertThat(events.seen()).filteredOn(StartRefused.class::isInstance).hasSize(2)
                    .allSatisfy(event -> assertThat(((StartRefused) event).texts()).containsExactly("tags are processed"));
            assertThat(events.seen()).last().isEqualTo(new SessionStarted(EsignAccount.DEFAULT, id));
        }

        @Test
        void startFailsWithTheTextsOfEsignAfterTheLastRetry() {
            SessionId id = create(true);
            for (int i = 0; i < 9; i++) {
                SERVER.answer("start", refused("no signer for role Buyer 1", "mail to ada@example.com failed"));
            }

            assertThatThrownBy(() -> sessions.start(id, RETURN_URL)).isInstanceOfSatisfying(SessionNotReadyException.class,
                    notReady -> {
                        assertThat(notReady.texts()).containsExactly("no signer for role Buyer 1",
                                "mail to ada@example.com failed");
                        assertThat(notReady.sessionId()).contains(id);
                        assertThat(notReady).hasMessageContaining("no signer for role Buyer 1").hasMessageContaining(id.value())
                                .message().doesNotContain("ada@example.com");
                    });
            assertThat(SERVER.requests("start")).hasSize(1 + 3);
        }

        @Test
        void firstAttemptWaitsForAnchorTagsOnly() {
            sessions.start(create(true), RETURN_URL);
            assertThat(SERVER.requests("start").get(0).nanos() - SERVER.requests("create").get(0).nanos())
                    .isGreaterThanOrEqualTo(DELAY.toNanos());

            events.seen().clear();
            sessions.start(create(false), RETURN_URL);
            assertThat(events.seen()).isNotEmpty().noneMatch(StartDelayed.class::isInstance);
        }

        @Test
        void startOfAStartedSessionIsNotRetried() {
            SERVER.answer("start", refused("wrong status")).answer("get", session(2));

            assertThatThrownBy(() -> sessions.start(SOMEONE_ELSES, RETURN_URL))
                    .isInstanceOf(InvalidSessionStateException.class).hasMessageContaining("InSent");
            assertThat(SERVER.requests("start")).hasSize(1);
        }

        @Test
        void startOfADraftIsRetried() {
            SERVER.answer("start", refused("not yet"));

            sessions.start(SOMEONE_ELSES, RETURN_URL);

            assertThat(SERVER.requests("start")).hasSize(2);
        }

        @Test
        void startWithLostResponseReadsTheSession() {
            SERVER.answer("start", RecordingServer.DROP).answer("get", session(2));
            sessions.start(SOMEONE_ELSES, RETURN_URL);

            SERVER.answer("start", RecordingServer.DROP).answer("get", session(1));
            assertThatThrownBy(() -> sessions.start(SOMEONE_ELSES, RETURN_URL))
                    .isInstanceOf(UnavailableException.class).hasMessageContaining("not started");

            SERVER.answer("start", RecordingServer.DROP).answer("get", RecordingServer.DROP);
            assertThatThrownBy(() -> sessions.start(SOMEONE_ELSES, RETURN_URL))
                    .isInstanceOf(OutcomeUnknownException.class);
            assertThat(SERVER.requests("start")).hasSize(3);
        }

        @Test
        void startDoesNotRetryOtherFailures() {
            SERVER.answer("start", 400, "text/html", "<html>bad</html>");

            assertThatThrownBy(() -> sessions.start(SOMEONE_ELSES, RETURN_URL))
                    .isInstanceOf(ValidationException.class).hasMessageContaining("HTTP 400");
            assertThat(SERVER.requests("start")).hasSize(1);
        }

        @Test
        void startRejectsAMissingReturnUrlUnsent() {
            assertThatThrownBy(() -> sessions.start(SOMEONE_ELSES)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("quarkus.esign.return-url");
            assertThat(SERVER.requests()).isEmpty();
        }

        private SessionId create(boolean anchorTags) {
            return sessions.create(NewSession.titled("T")
                    .documents(Document.of("a.docx", new byte[] { 1, 2, 3 }).anchorTags(anchorTags).build()).build());
        }

        @ApplicationScoped
        static class Events {

            private final List<SigningEvent> seen = new CopyOnWriteArrayList<>();

            List<SigningEvent> seen() {
                return seen;
            }

            void on(@Observes @Priority(1) SigningEvent event) {
                seen.add(event);
            }

            void fails(@Observes @Priority(2) SessionStarted event) {
                throw new IllegalStateException("an observer's failure is its own");
            }
        }
    }

    /** The reactive twin behaves as the blocking one, on an event loop too, and waits without threads. */
    @Nested
    class ReactiveStarts {
        @Test
        void reactiveCallsWorkOnAnEventLoop() throws Exception {
            CompletableFuture<SessionId> done = new CompletableFuture<>();
            SERVER.answer("start", refused("not yet"));
            vertx.getOrCreateContext().runOnContext(ignored -> reactive.create(session())
                    .call(id -> reactive.start(id, RETURN_URL))
                    .call(id -> reactive.get(id))
                    .subscribe().with(done::complete, done::completeExceptionally));

            assertThat(done.get(2, TimeUnit.MINUTES)).isEqualTo(SessionId.of(RecordingServer.SESSION_ID));
            assertThat(SERVER.requests()).extracting(Request::operation).filteredOn(operation -> !operation.equals("gettoken"))
                    .containsExactly("create", "start", "start", "get");
        }

        @Test
        void reactiveCallsSendNothingWithoutSubscription() {
            Uni<SessionId> unsubscribed = reactive.create(session());
            Uni<Void> start = reactive.start(SessionId.of("s"), RETURN_URL);
            Uni<Void> refused = reactive.start(SessionId.of("s"));

            assertThat(List.of(unsubscribed, start, refused)).doesNotContainNull();
            assertThatThrownBy(() -> refused.await().indefinitely()).hasMessageContaining("quarkus.esign.return-url");
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void reactiveStartFailsAfterAsManyRetriesAsAreSet() {
            for (int i = 0; i < 8; i++) {
                SERVER.answer("start", refused("never"));
            }
            SessionId id = sessions.create(session());

            Throwable failure = reactive.start(id, RETURN_URL).onItemOrFailure().transform((item, thrown) -> thrown).await()
                    .indefinitely();
            assertThat(failure).isInstanceOf(SessionNotReadyException.class);
            assertThat(SERVER.requests("start")).hasSize(1 + 4);
        }

        private static NewSession session() {
            return NewSession.titled("T").documents(Document.of("a.docx", new byte[] { 1, 2 }).anchorTags().build()).build();
        }
    }

    /** A call that changes nothing comes back when eSign asks it to. */
    @Nested
    class RetryAfter {

        private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

        @Test
        void getIsRetriedAfterSecondsOrADateWithAFreshToken() {
            String past = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).minusDays(1));
            refuse("get", 429, "Retry-After: 1");
            refuse("get", 503, "Retry-After: " + past);
            long start = System.nanoTime();

            sessions.get(ID);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(SERVER.requests("get")).hasSize(3).extracting(request -> request.headers().get("authorization"))
                    .doesNotHaveDuplicates();
        }

        @Test
        void tokenRequestIsRetried() {
            refuse("gettoken", 429, "Retry-After: 0");

            sessions.create(NewSession.titled("T").build());

            assertThat(SERVER.requests("gettoken")).hasSize(2);
            assertThat(SERVER.requests("create")).hasSize(1);
        }

        @Test
        void getFailsAfterTheLastRetry() {
            for (int i = 0; i < 4; i++) {
                refuse("get", 429, "Retry-After: 0");
            }

            assertThatThrownBy(() -> sessions.get(ID)).isInstanceOfSatisfying(RateLimitedException.class,
                    limited -> assertThat(limited.retryAfter()).contains(Duration.ZERO));
            assertThat(SERVER.requests("get")).hasSize(3);
        }

        @Test
        void getIsNotRetriedWhenTheWaitIsLongOrUnknown() {
            refuse("get", 503, "Retry-After: 6");
            assertThatThrownBy(() -> sessions.get(ID)).isInstanceOfSatisfying(UnavailableException.class,
                    unavailable -> assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(6)));
            refuse("get", 503, "");
            assertThatThrownBy(() -> sessions.get(ID)).isInstanceOfSatisfying(UnavailableException.class,
                    unavailable -> assertThat(unavailable.retryAfter()).isEmpty());
            assertThat(SERVER.requests("get")).hasSize(2);
        }

        @Test
        void createIsNotRetried() {
            refuse("create", 429, "Retry-After: 0");

            assertThatThrownBy(() -> sessions.create(NewSession.titled("T").build())).isInstanceOf(RateLimitedException.class);
            assertThat(SERVER.requests("create")).hasSize(1);
        }

        private static void refuse(String operation, int status, String header) {
            SERVER.answer(operation, status, "text/html", "<html>later</html>", header);
        }
    }

    /** Signers are sent as documented, whatever the application does with its own JSON, and their tokens stay secret. */
    @Nested
    class Signers {

        private static final ObjectMapper JSON = new ObjectMapper();
        private static final SessionId ID = SessionId.of("x");
        private static final URI BACK = URI.create("https://example.com/");
        private static final String UPDATE = "PUT /rest/v1/signers";
        private static final String INVITE = "PUT /rest/v1/signers/invite";
        private static final String TOKEN = "GET /rest/v1/signers/s%2F1/token";

        /** Settings that would spoil every body. */
        @Singleton
        static class OwnJson implements ObjectMapperCustomizer {

            @Override
            public void customize(ObjectMapper mapper) {
                mapper.enable(SerializationFeature.WRAP_ROOT_VALUE).setSerializationInclusion(JsonInclude.Include.ALWAYS)
                        .enable(SerializationFeature.INDENT_OUTPUT);
            }
        }

        @Test
        void updateSendsSignersWhole() throws IOException {
            SERVER.answer(UPDATE, "{\"Message\":\"Success\"}");
            signers.update(ID, List.of(signer().authentication(SignerAuthentication.password("p-1")).build()));

            Request request = single(UPDATE);
            assertThat(request.target()).isEqualTo("/rest/v1/signers");
            assertThat(request.headers()).containsEntry("content-type", "application/json")
                    .containsEntry("content-length", String.valueOf(request.body().length()));
            assertThat(request.body()).doesNotContain("\n");
            assertThat(body(UPDATE)).isEqualTo(JSON.readTree("{\"username\":\"owner@example.com\",\"signingSessionId\":\"x\","
                    + "\"signers\":[{\"SignerId\":\"s/1\",\"SignerRole\":\"Seller 1\",\"FirstName\":\"Ann\",\"LastName\":\"Lee\","
                    + "\"EmailAddress\":\"ann@example.com\",\"Sequence\":0,\"AuthMethod\":\"Password\",\"AuthMethods\":[],"
                    + "\"AuthenticationSettings\":{\"Password\":\"p-1\"},\"Properties\":[]}]}"));
        }

        @Test
        void inviteSendsItsDocumentedBody() throws IOException {
            SERVER.answer(INVITE, requestResponse("True")).answer(INVITE, "{\"Message\":\"Success\"}");
            signers.invite(ID, List.of(signer().codes(0, 1).build()), BACK);

            assertThat(single(INVITE).headers()).containsEntry("content-type", "application/json");
            assertThat(body(INVITE)).isEqualTo(JSON.readTree("{\"signerList\":[{\"SignerId\":\"s/1\",\"Sequence\":0,"
                    + "\"FirstName\":\"Ann\",\"LastName\":\"Lee\",\"EmailAddress\":\"ann@example.com\",\"StateCode\":0,"
                    + "\"StatusCode\":1}],\"signingSessionId\":\"x\",\"returnURL\":\"https://example.com/\"}"));

            reactiveSigners.invite(ID, List.of(signer().build()), BACK).await().indefinitely();
            assertThat(JSON.readTree(SERVER.requests(INVITE).get(1).body()).at("/signerList/0").has("StatusCode")).isFalse();
        }

        @Test
        void signerCallsRejectMissingArgumentsUnsent() {
            assertThatThrownBy(() -> signers.invite(ID, List.of(signer().build()))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("quarkus.esign.return-url");
            assertThatThrownBy(() -> signers.invite(ID, List.of(), BACK)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> signers.update(ID, List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> signers.inviteToken(null)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> signers.uploadedDocuments(ID, " ").toList()).isInstanceOf(IllegalArgumentException.class);
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void rejectedCallHasTheTextsOfEsignAndALostResponseIsNotRepeated() {
            List<Signer> one = List.of(signer().build());
            SERVER.answer(INVITE, refused("already signed")).answer(UPDATE, refused("no"));
            assertThatThrownBy(() -> signers.invite(ID, one, BACK)).isInstanceOf(ValidationException.class)
                    .hasMessageContaining("already signed");
            assertThatThrownBy(() -> signers.update(ID, one)).isInstanceOf(ValidationException.class);

            SERVER.reset();
            SERVER.answer(INVITE, DROP).answer(UPDATE, DROP);
            assertThatThrownBy(() -> signers.invite(ID, one, BACK)).isInstanceOf(OutcomeUnknownException.class);
            assertThatThrownBy(() -> signers.update(ID, one)).isInstanceOf(OutcomeUnknownException.class);
            assertThat(SERVER.requests(INVITE)).hasSize(1);
            assertThat(SERVER.requests(UPDATE)).hasSize(1);
        }

        @Test
        void inviteTokenIsMasked() {
            SERVER.answer(TOKEN, requestResponse("SECRET")).answer(TOKEN, requestResponse(""));

            InviteToken token = signers.inviteToken("s/1");
            assertThat(token.reveal()).isEqualTo("SECRET");
            assertThat(token).hasToString("***");
            assertThat(single(TOKEN).target()).isEqualTo("/rest/v1/signers/s%2F1/token");
            assertThatThrownBy(() -> signers.inviteToken("s/1")).isInstanceOf(ProtocolException.class);
        }

        @Test
        void uploadedDocumentsComeInPages() {
            String page = "/rest/v1/signer/docs/owner%40example.com/x/s%2F1/";
            SERVER.answer("GET " + page + "0/50", "{\"TotalCount\":3,\"SignerDocuments\":[{\"Title\":\"Passport\",\"Size\":7},"
                    + "{\"Title\":\"Bill\"}]}").answer("GET " + page + "1/50", "{\"TotalCount\":3,\"Other\":[{\"a\":{}}]}");

            List<UploadedDocument> documents = signers.uploadedDocuments(ID, "s/1").toList();

            assertThat(documents).hasSize(3).first().satisfies(document -> {
                assertThat(document.title()).contains("Passport");
                assertThat(document.members()).containsEntry("Size", "7");
                assertThat(document.toString()).doesNotContain("Passport");
            });
            assertThat(SERVER.requests()).extracting(Request::target).filteredOn(target -> target.startsWith(page))
                    .containsExactly(page + "0/50", page + "1/50");

            SERVER.answer("GET " + page + "0/50", "{\"TotalCount\":0,\"SignerDocuments\":[]}");
            assertThat(reactiveSigners.uploadedDocuments(ID, "s/1").collect().asList().await().indefinitely()).isEmpty();
        }

        @Test
        void createRejectsAPhoneNumberWithoutAPropertyForIt() {
            Signer signer = Signer.as(SignerRole.seller(1)).name("A", "B").email("a@example.com")
                    .authentication(SignerAuthentication.sms("+1 555 0100")).build();

            assertThatThrownBy(() -> sessions.create(NewSession.titled("T").signers(signer).build()))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("quarkus.esign.wire.sms-phone-member")
                    .message().doesNotContain("555");
            assertThat(SERVER.requests("create")).isEmpty();
        }

        private static Signer.Builder signer() {
            return Signer.as(SignerRole.seller(1)).id("s/1").name("Ann", "Lee").email("ann@example.com").sequence(0);
        }

        private static Request single(String operation) {
            assertThat(SERVER.requests(operation)).hasSize(1);
            return SERVER.requests(operation).get(0);
        }

        private static JsonNode body(String operation) throws IOException {
            return JSON.readTree(single(operation).body());
        }
    }

    /** Nobody guesses an address that eSign doesn't publish: the call says what to ask for and where to set it. */
    @Nested
    class UnpublishedAddresses {

        private static final SessionId ID = SessionId.of("s");

        @Test
        void unpublishedOperationsNameTheirMissingSettings(@TempDir Path directory) {
            SERVER.reset();

            assertThatThrownBy(() -> documents.saveTo(ID, directory)).isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("GetSessionFiles").hasMessageContaining("representative")
                    .hasMessageContaining("quarkus.esign.operations.session-files.method (set)")
                    .hasMessageContaining("quarkus.esign.operations.session-files.uri (missing)");
            assertThatThrownBy(() -> documents.forEachArchived(ID, (fileName, content) -> {
            })).isInstanceOf(ConfigurationException.class).hasMessageContaining("GetArchivedSessionFiles");
            assertThatThrownBy(() -> reactiveDocuments.inviteUrls(ID).await().indefinitely())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("quarkus.esign.operations.invite-urls.uri (missing)");
            assertThat(SERVER.requests()).isEmpty();
        }
    }
}
