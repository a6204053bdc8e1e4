package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.refused;
import static dev.esign.deployment.RecordingServer.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.AuthenticationException;
import dev.esign.EsignAccount;
import dev.esign.EsignException;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.RateLimitedException;
import dev.esign.SessionSigners;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.CopyDelivery;
import dev.esign.model.Document;
import dev.esign.model.DocumentContent;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import dev.esign.model.SigningOrder;
import io.quarkus.test.QuarkusUnitTest;

/** What leaves the application, byte by byte, and what becomes of the responses. */
class RequestsOnTheWireTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final String API_KEY = "SECRET-a/b+c=d e%f;g?h#i{j}k&l'mö";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new NestedTests()
            .withApplicationRoot(
                    jar -> jar.addClasses(NestedTests.class, RecordingServer.class, Request.class).addAsResource("wire"))
            .overrideConfigKey("quarkus.esign.url", SERVER.url() + "/rest/")
            .overrideConfigKey("quarkus.esign.api-key", API_KEY)
            .overrideConfigKey("quarkus.esign.salt", "s/a+l t")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.wire.sms-phone-member", "PhoneNumber")
            .overrideConfigKey("quarkus.esign.\"other-forms\".encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.\"other-forms\".salt", "salt")
            .overrideConfigKey("quarkus.esign.\"other-forms\".username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.\"other-forms\".wire.bytes", "base64")
            .overrideConfigKey("quarkus.esign.\"other-forms\".wire.dates", "iso")
            .overrideConfigKey("quarkus.esign.\"other-forms\".wire.merge-fields", "pairs")
            .overrideConfigKey("quarkus.esign.\"other-forms\".wire.properties", "object")
            .overrideConfigKey("quarkus.esign.\"other-forms\".wire.authentication-numbers.kba-plus-password", "4")
            .overrideConfigKey("quarkus.esign.\"other-forms\".wire.length", "chunked");

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("other-forms")
    SigningSessions sessionsInOtherForms;

    @Inject
    @EsignAccount("other-forms")
    SessionSigners signersInOtherForms;

    @BeforeEach
    void resetServer() {
        SERVER.reset();
    }

    /** What leaves the application, byte by byte. */
    @Nested
    class Requests {

        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Instant EXPIRY = Instant.ofEpochMilli(1796947200000L);
        private static final Clock BEFORE_EXPIRY = Clock.fixed(EXPIRY.minus(Duration.ofDays(30)), ZoneOffset.UTC);
        private static final byte[] CONTENT = { 80, 75, 3, 4, 0, 127, -128, -1 };

        @Test
        void pathSegmentsArePercentEncoded() {
            // What was encrypted before isn't accepted any more.
            sessions.get(SessionId.of("s"));
            SERVER.reset();
            SERVER.answer("gettoken", refused("Error: Invalid user account information"));
            sessions.start(SessionId.of("a/b+c d"), URI.create("https://example.com/back?x=1&y=ö"));

            assertThat(SERVER.requests("encrypt")).isNotEmpty().allSatisfy(request -> assertThat(request.target()).isEqualTo(
                    "/rest/v1/encrypt/SECRET-a%2Fb%2Bc%3Dd%20e%25f%3Bg%3Fh%23i%7Bj%7Dk%26l%27m%C3%B6/s%2Fa%2Bl%20t"));
            assertThat(SERVER.requests("gettoken")).hasSize(2).extracting(Request::target)
                    .containsOnly("/rest/v1/gettoken/s%2Fa%2Bl%20t");
            assertThat(SERVER.requests("start")).extracting(Request::target)
                    .containsExactly("/rest/v1/sessions/a%2Fb%2Bc%20d/start"
                            + "?returnUrl=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1%26y%3D%C3%B6");
        }

        @Test
        void everyRequestHasAContentTypeAndEveryCallAFreshToken() {
            SessionId id = sessions.create(NewSession.titled("T").build());
            sessions.update(SessionUpdate.of(id).title("U").build());
            sessions.start(id, URI.create("https://example.com/"));
            sessions.get(id);

            assertThat(SERVER.requests()).allSatisfy(
                    request -> assertThat(request.headers()).containsEntry("content-type", "application/json"));
            List<Request> calls = SERVER.requests().stream().filter(request -> !request.target().contains("/encrypt/")
                    && !request.target().contains("/gettoken/")).toList();
            assertThat(calls).extracting(Request::operation).containsExactly("create", "update", "start", "get");
            assertThat(calls).extracting(request -> request.headers().get("authorization")).doesNotHaveDuplicates()
                    .allSatisfy(token -> assertThat(token).matches("token-\\d+"));
            assertThat(SERVER.requests("gettoken")).hasSize(4).allSatisfy(
                    request -> assertThat(request.headers()).containsEntry("authorization", "cipher/text+="));
            assertThat(SERVER.requests("encrypt")).allSatisfy(
                    request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        }

        @Test
        void putWithoutBodyHasContentLengthZero() {
            sessions.start(SessionId.of("s"), URI.create("https://example.com/"));

            assertThat(SERVER.requests("start")).singleElement().satisfies(request -> assertThat(request.headers())
                    .containsEntry("content-length", "0").doesNotContainKey("transfer-encoding"));
        }

        @Test
        void createIsWrittenAsTheDocumentedClientWritesIt() throws IOException {
            sessions.create(NewSession.titled("New Session").transactionId("deal-4711").signingOrder(SigningOrder.ANY)
                    .delegationAllowed(true).copyTo(CopyDelivery.ATTACHMENTS, "user1@example.com", "user2@example.com")
                    .password("password").ownerSignsFirst(true).invitationsSent(false).redirectAfterSend("www.mysite.com")
                    .expiresOn(EXPIRY).remindEveryDays(2)
                    .documents(
                            Document.of("Test.docx", CONTENT).anchorTags().anchorTagsAdjustmentCategory("category").formId("")
                                    .build())
                    .signers(Signer.as(SignerRole.seller(1)).name("Zoë", "O'Neil <x>").email("email1@example.com")
                            .authentication(SignerAuthentication.kbaPlusPassword("password")).mandatoryUpload()
                            .mergeField("CompanyName", "RED").mergeField("Job Title", "Manager")
                            .invitation("subject line", "email message").build())
                    .build(BEFORE_EXPIRY));

            assertSameAsSample("create", SERVER.requests("create").get(0));
        }

        @Test
        void updateIsWrittenAsTheDocumentedClientWritesIt() throws IOException {
            sessions.update(SessionUpdate.of(SessionId.of(RecordingServer.SESSION_ID)).unassignedRolesRemoved(true)
                    .redirectAfterSend("www.mysite.com")
                    .documents(
                            Document.of("Test.docx", CONTENT).anchorTags().anchorTagsAdjustmentCategory("category").formId("")
                                    .formTag("Tag2").build())
                    .signers(Signer.as(SignerRole.buyer(1)).name("FirstName", "LastName").email("email2@example.com")
                            .authentication(SignerAuthentication.kba()).nameLocked().build())
                    .build());

            assertSameAsSample("update", SERVER.requests("update").get(0));
        }

        @Test
        void datesHaveEscapedSlashes() {
            sessions.create(NewSession.titled("T").expiresOn(EXPIRY).build(BEFORE_EXPIRY));

            assertThat(SERVER.requests("create").get(0).body()).contains("\"ExpiresOn\":\"\\/Date(1796947200000)\\/\"");
        }

        @Test
        void contentLengthIsExact() {
            byte[] document = new byte[200_000];
            for (int i = 0; i < document.length; i++) {
                document[i] = (byte) (i * 31);
            }
            sessions.create(NewSession.titled("T")
                    .documents(Document.of("a.pdf", document).build(), Document.of("empty.pdf", new byte[0]).build()).build());

            Request request = SERVER.requests("create").get(0);
            assertThat(request.headers()).containsEntry("content-length", String.valueOf(request.body().length()))
                    .doesNotContainKey("transfer-encoding");
            assertThat(request.body()).contains("\"FileBytes\":[0,31,62,").contains("\"FileBytes\":[],").endsWith("}]}}");
        }

        @Test
        void authenticationMethodsHaveTheirDocumentedNames() throws IOException {
            sessions.create(NewSession.titled("T").signers(
                    signer(1, SignerAuthentication.none()), signer(2, SignerAuthentication.password("p-2")),
                    signer(3, SignerAuthentication.sms("+1 555 0100")), signer(4, SignerAuthentication.kba()),
                    signer(5, SignerAuthentication.kbaPlusPassword("p-5")), signer(6, SignerAuthentication.sms())).build());

            JsonNode signers = JSON.readTree(SERVER.requests("create").get(0).body()).at("/session/Signers");
            assertThat(signers.findValuesAsText("AuthMethod")).containsExactly("None", "Password", "SMS", "KBA",
                    "KBAPlusPassword",
                    "SMS");
            assertThat(signers.at("/1/AuthenticationSettings/Password").asText()).isEqualTo("p-2");
            assertThat(signers.at("/2/AuthenticationSettings/PhoneNumber").asText()).isEqualTo("+1 555 0100");
            assertThat(signers.at("/4/AuthenticationSettings/Password").asText()).isEqualTo("p-5");
            assertThat(signers).allSatisfy(signer -> {
                assertThat(signer.get("AuthMethods")).isEmpty();
                assertThat(signer.get("Properties")).isEmpty();
            });
        }

        @Test
        void signInUrlHasItsDocumentedForm() {
            String url = sessions.signInUrl(SessionId.of("id-1")).reveal().toString();

            String token = url.replaceAll(".*token=([^&]*)&.*", "$1");
            assertThat(token).matches("token-\\d+")
                    .isNotEqualTo(SERVER.requests("landingurl").get(0).headers().get("authorization"));
            assertThat(url).isEqualTo("https://client.example.com/auth/AutoLogMeIn.aspx?token=" + token
                    + "&user=owner%40example.com&ssid=id-1&page=continue");
        }

        private static Signer signer(int number, SignerAuthentication authentication) {
            return Signer.as(SignerRole.seller(number)).name("First", "Last").email("s" + number + "@example.com")
                    .authentication(authentication).build();
        }

        /** Same JSON, except that a member which the caller didn't set is null, 0 or false there and absent here. */
        private static void assertSameAsSample(String name, Request request) throws IOException {
            try (InputStream sample = Thread.currentThread().getContextClassLoader()
                    .getResourceAsStream("wire/" + name + ".javascriptserializer.json")) {
                assertSame("", JSON.readTree(sample), JSON.readTree(request.body()));
            }
        }

        private static void assertSame(String path, JsonNode expected, JsonNode actual) {
            if (expected.isObject()) {
                assertThat(actual.isObject()).as(path).isTrue();
                actual.fieldNames()
                        .forEachRemaining(member -> assertThat(expected.has(member)).as(path + "/" + member).isTrue());
                for (Iterator<Map.Entry<String, JsonNode>> members = expected.fields(); members.hasNext();) {
                    Map.Entry<String, JsonNode> member = members.next();
                    JsonNode value = actual.get(member.getKey());
                    if (value == null) {
                        assertThat(isUnset(member.getValue())).as(path + "/" + member.getKey() + " is missing").isTrue();
                    } else {
                        assertSame(path + "/" + member.getKey(), member.getValue(), value);
                    }
                }
            } else if (expected.isArray()) {
                assertThat(actual.size()).as(path).isEqualTo(expected.size());
                for (int i = 0; i < expected.size(); i++) {
                    assertSame(path + "/" + i, expected.get(i), actual.get(i));
                }
            } else {
                assertThat(actual).as(path).isEqualTo(expected);
            }
        }

        private static boolean isUnset(JsonNode value) {
            return value.isNull() || value.isBoolean() && !value.booleanValue() || value.isInt() && value.intValue() == 0;
        }
    }

    /** Each form that the documentation leaves open can be set; the defaults are those of {@link Requests}. */
    @Nested
    class OtherForms {
        @Test
        void createFollowsTheWireSettings() throws IOException {
            byte[] document = new byte[100_000];
            sessionsInOtherForms.create(NewSession.titled("T").expiresOn(Instant.parse("2026-12-11T00:00:00Z"))
                    .documents(Document.of("a.docx", document).build())
                    .signers(signer(1, SignerAuthentication.kbaPlusPassword("p")), signer(2, SignerAuthentication.kba()))
                    .build());

            Request request = SERVER.requests("create").get(0);
            assertThat(request.headers()).containsEntry("transfer-encoding", "chunked").doesNotContainKey("content-length");
            JsonNode session = new ObjectMapper().readTree(request.body()).get("session");
            assertThat(session.at("/SessionInfo/ExpiresOn").asText()).isEqualTo("2026-12-11T00:00:00Z");
            assertThat(Base64.getDecoder().decode(session.at("/Documents/0/FileBytes").textValue())).isEqualTo(document);
            assertThat(session.at("/Signers/0/MergeFieldMapping").toString())
                    .isEqualTo("[{\"Key\":\"Company\",\"Value\":\"RED\"}]");
            assertThat(session.at("/Signers/0/Properties").toString()).isEqualTo("{\"DisableEditName\":\"1\"}");
            assertThat(session.at("/Signers/0/AuthMethod").isInt()).isTrue();
            assertThat(session.at("/Signers/0/AuthMethod").intValue()).isEqualTo(4);
            assertThat(session.at("/Signers/1/AuthMethod").asText()).isEqualTo("KBA");
        }

        @Test
        void signersFollowTheWireSettingsInEveryCall() throws IOException {
            SERVER.answer("PUT /rest/v1/signers", RecordingServer.requestResponse("True"));
            signersInOtherForms.update(SessionId.of("s"), List.of(signer(1, SignerAuthentication.kbaPlusPassword("p"))));

            JsonNode signer = new ObjectMapper().readTree(SERVER.requests("PUT /rest/v1/signers").get(0).body())
                    .at("/signers/0");
            assertThat(signer.at("/AuthMethod").intValue()).isEqualTo(4);
            assertThat(signer.at("/MergeFieldMapping").isArray()).isTrue();
            assertThat(signer.at("/Properties").isObject()).isTrue();
        }

        private static Signer signer(int number, SignerAuthentication authentication) {
            return Signer.as(SignerRole.seller(number)).name("First", "Last").email("s" + number + "@example.com")
                    .authentication(authentication).mergeField("Company", "RED").nameLocked().build();
        }
    }

    /** Each failure has its kind, nothing is sent twice that mustn't be, and no exception tells a secret. */
    @Nested
    class Failures {

        private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);
        private static final NewSession SESSION = NewSession.titled("T").transactionId("deal-1").build();
        private static final String HTML = "<html><body>Service SECRET-page</body></html>";

        @Test
        void rejectedTokenIsReplacedAndTheCallRepeatedOnce() {
            SERVER.answer("create", "null");
            assertThat(sessions.create(SESSION)).isEqualTo(ID);
            assertThat(SERVER.requests("create")).hasSize(2).extracting(request -> request.headers().get("authorization"))
                    .doesNotHaveDuplicates();
            assertThat(SERVER.requests("create")).extracting(Request::body)
                    .containsOnly(SERVER.requests("create").get(0).body());

            SERVER.reset();
            SERVER.answer("get", refused("Error: Bad Token Information. Please authenticate."));
            sessions.get(ID);
            assertThat(SERVER.requests("get")).hasSize(2);

            SERVER.reset();
            SERVER.answer("get", 401, "text/html", HTML).answer("get", "null");
            assertFails(() -> sessions.get(ID), AuthenticationException.class);
            assertThat(SERVER.requests("get")).hasSize(2);

            SERVER.reset();
            SERVER.answer("get", refused("Error: Invalid token")).answer("get", refused("Error: Invalid token"));
            assertFails(() -> sessions.get(ID), AuthenticationException.class).hasMessageContaining("administrative account");
        }

        @Test
        void callFailsUnsentWithoutAToken() {
            SERVER.answer("gettoken", refused("Error: Invalid API key " + API_KEY))
                    .answer("gettoken", refused("Error: Invalid API key"));

            assertFails(() -> sessions.create(SESSION), AuthenticationException.class).hasMessageContaining("Invalid API key")
                    .hasMessageContaining("check that quarkus.esign.api-key")
                    .hasMessageContaining("quarkus.esign.salt is the one");
            assertThat(SERVER.requests("create")).isEmpty();

            SERVER.reset();
            SERVER.answer("gettoken", "null").answer("gettoken", "null");
            assertFails(() -> sessions.create(SESSION), AuthenticationException.class)
                    .hasMessageContaining("check that quarkus.esign.api-key").hasMessageContaining("it answered null");

            SERVER.reset();
            SERVER.answer("gettoken", RecordingServer.requestResponse(""));
            assertFails(() -> sessions.create(SESSION), ProtocolException.class);
            assertThat(SERVER.requests("create")).isEmpty();

            SERVER.reset();
            SERVER.answer("gettoken", DROP);
            assertFails(() -> sessions.create(SESSION), UnavailableException.class);
            assertThat(SERVER.requests("create")).isEmpty();
        }

        @Test
        void rejectedCipherTextIsMadeAnew() {
            sessions.get(ID);
            SERVER.reset();
            SERVER.answer("gettoken", refused("Error: Invalid user account information"));

            sessions.get(ID);

            assertThat(SERVER.requests()).extracting(Request::operation).containsExactly("gettoken", "encrypt", "gettoken",
                    "get");
        }

        @Test
        void createWithLostResponseIsNotRepeatedAndNamesItsTransaction() {
            for (Runnable loss : new Runnable[] { () -> SERVER.answer("create", DROP),
                    () -> SERVER.answer("create", 502, "text/html", HTML),
                    () -> SERVER.answer("create", 500, "text/html", HTML),
                    () -> SERVER.answer("create", 200, "text/html", HTML),
                    () -> SERVER.answer("create", "{\"Message\":\"Success\",\"SigningSessionId\":\"7c9e"),
                    () -> SERVER.answer("create", "{\"Message\":\"Success\"}") }) {
                SERVER.reset();
                loss.run();
                assertFails(() -> sessions.create(SESSION), OutcomeUnknownException.class).isInstanceOfSatisfying(
                        OutcomeUnknownException.class, lost -> assertThat(lost.transactionId()).contains("deal-1"));
                assertThat(SERVER.requests("create")).hasSize(1);
            }
        }

        @Test
        void getFailsWithTheKindOfItsResponse() {
            assertGetFails(200, "text/html", HTML, ProtocolException.class).hasMessageContaining("check quarkus.esign.url");
            assertGetFails(200, "application/json", "[1]", ProtocolException.class);
            assertGetFails(404, "text/html", HTML, NotFoundException.class);
            assertGetFails(429, "text/html", HTML, RateLimitedException.class);
            assertGetFails(500, "text/html", HTML, UnavailableException.class);
            assertGetFails(503, "text/html", HTML, UnavailableException.class);
            assertGetFails(200, "application/json", DROP, UnavailableException.class);
        }

        @Test
        void errorInsideHttp200IsAnException() {
            SERVER.answer("create", refused("Error: a.docx did not upload."));
            assertFails(() -> sessions.create(SESSION), ValidationException.class)
                    .hasMessageContaining("a.docx did not upload");

            SERVER.answer("create", refused("Error: Username not found."));
            assertFails(() -> sessions.create(SESSION), NotFoundException.class).hasMessageContaining("quarkus.esign.username");

            SERVER.answer("create", 404, "text/html", HTML);
            assertFails(() -> sessions.create(SESSION), NotFoundException.class)
                    .hasMessageContaining("check quarkus.esign.url");

            SERVER.answer("update", 200, "application/json", "{\"Details\":[\"no\"]}");
            assertFails(() -> sessions.update(SessionUpdate.of(ID).title("U").build()), ValidationException.class);

            SERVER.answer("update", 400, "application/json", refused("no")).answer("get", session(7));
            assertFails(() -> sessions.update(SessionUpdate.of(ID).title("U").build()), InvalidSessionStateException.class)
                    .hasMessageContaining("Expired");
        }

        @Test
        void unknownSessionIsNotFoundByAnyCall() {
            SERVER.answer("get", refused("no such thing"));
            assertFails(() -> sessions.get(ID), NotFoundException.class).hasMessageContaining(ID.value());

            SERVER.answer("update", refused("no such thing")).answer("get", refused("no such thing"));
            assertFails(() -> sessions.update(SessionUpdate.of(ID).title("U").build()), NotFoundException.class);

            SERVER.answer("start", refused("no such thing")).answer("get", refused("no such thing"));
            assertFails(() -> sessions.start(ID, URI.create("https://example.com/")), NotFoundException.class);
            assertThat(SERVER.requests("start")).hasSize(1);
        }

        @Test
        void createNamesTheUnreadableDocumentAndSendsNothing() {
            Document missing = Document.file(Path.of("/nowhere/SECRET.pdf")).build();
            assertFails(() -> sessions.create(NewSession.titled("T").documents(document(new byte[3]), missing).build()),
                    ValidationException.class).hasMessageContaining("documents[1]");
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void createFailsWhenADocumentChangesWhileItIsSent() {
            AtomicInteger opened = new AtomicInteger();
            DocumentContent shrinking = () -> new InputStream() {
                private int left = 300_000 - opened.getAndIncrement();

                @Override
                public int read() throws IOException {
                    return left-- > 0 ? 7 : -1;
                }
            };
            assertFails(
                    () -> sessions.create(NewSession.titled("T").documents(Document.of("a.pdf", shrinking).build()).build()),
                    ValidationException.class).hasMessageContaining("documents[0]").hasMessageContaining("changed");
            assertThat(SERVER.requests("create")).isEmpty();
        }

        @Test
        void startRejectsAReturnUrlWithoutHost() {
            assertThatThrownBy(() -> sessions.start(ID, URI.create("www.example.com/SECRET")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("return URL: has no http:// or https:// or no host; give an address like"
                            + " https://www.example.com/signed");
            assertThat(SERVER.requests("start")).isEmpty();
        }

        private AbstractThrowableAssert<?, ? extends Throwable> assertGetFails(int status, String contentType, String body,
                Class<? extends EsignException> kind) {
            SERVER.reset();
            SERVER.answer("get", status, contentType, body);
            AbstractThrowableAssert<?, ? extends Throwable> failure = assertFails(() -> sessions.get(ID), kind);
            assertThat(SERVER.requests("get")).hasSize(1);
            return failure;
        }

        private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(ThrowingCallable call,
                Class<? extends EsignException> kind) {
            return assertThatThrownBy(call).isInstanceOf(kind).satisfies(failure -> {
                StringWriter everything = new StringWriter();
                failure.printStackTrace(new PrintWriter(everything));
                assertThat(everything.toString()).doesNotContain("SECRET-");
            });
        }

        private static Document document(byte[] bytes) {
            return Document.of("a.pdf", bytes).build();
        }
    }
}
