package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.NEVER_ANSWER;
import static dev.esign.deployment.RecordingServer.refused;
import static dev.esign.deployment.RecordingServer.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.AuthenticationException;
import dev.esign.EsignException;
import dev.esign.EsignTimeoutException;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.RateLimitedException;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.DocumentContent;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;

/** Each failure has its kind, nothing is sent twice that mustn't be, and no exception tells a secret. */
class FailuresTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final String API_KEY = "SECRET-api-key";
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);
    private static final NewSession SESSION = NewSession.titled("T").transactionId("deal-1").build();
    private static final String HTML = "<html><body>Service SECRET-page</body></html>";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.api-key", API_KEY)
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.timeout", "2S")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false");

    @Inject
    SigningSessions sessions;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void aRefusedTokenIsReplacedOnceAndTheCallRepeatedOnce() {
        SERVER.answer("create", "null");
        assertThat(sessions.create(SESSION)).isEqualTo(ID);
        assertThat(SERVER.requests("create")).hasSize(2).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates();
        assertThat(SERVER.requests("create")).extracting(Request::body).containsOnly(SERVER.requests("create").get(0).body());

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
    void aTokenThatCantBeHadFailsTheCallBeforeItIsSent() {
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
    void aCipherTextThatIsNoLongerAcceptedIsMadeAnew() {
        sessions.get(ID);
        SERVER.reset();
        SERVER.answer("gettoken", refused("Error: Invalid user account information"));

        sessions.get(ID);

        assertThat(SERVER.requests()).extracting(Request::operation).containsExactly("gettoken", "encrypt", "gettoken", "get");
    }

    @Test
    void aCreateWhoseAnswerIsLostIsNotRepeatedAndNamesItsTransaction() {
        for (Runnable loss : new Runnable[] { () -> SERVER.answer("create", DROP),
                () -> SERVER.answer("create", NEVER_ANSWER),
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
    void aCallThatChangesNothingFailsPlainly() {
        assertGetFails(200, "text/html", HTML, ProtocolException.class).hasMessageContaining("check quarkus.esign.url");
        assertGetFails(200, "application/json", "[1]", ProtocolException.class);
        assertGetFails(404, "text/html", HTML, NotFoundException.class);
        assertGetFails(429, "text/html", HTML, RateLimitedException.class);
        assertGetFails(500, "text/html", HTML, UnavailableException.class);
        assertGetFails(503, "text/html", HTML, UnavailableException.class);
        assertGetFails(200, "application/json", DROP, UnavailableException.class);
        assertGetFails(200, "application/json", NEVER_ANSWER, EsignTimeoutException.class);
    }

    @Test
    void aCallThatTakesTooLongIsBrokenOff() {
        SERVER.answer("get", NEVER_ANSWER);
        assertFails(() -> sessions.get(ID), EsignTimeoutException.class);
        await().until(() -> SERVER.requests(RecordingServer.GAVE_UP).size() == 1);
    }

    @Test
    void anErrorInsideHttp200IsAnError() {
        SERVER.answer("create", refused("Error: a.docx did not upload."));
        assertFails(() -> sessions.create(SESSION), ValidationException.class).hasMessageContaining("a.docx did not upload");

        SERVER.answer("create", refused("Error: Username not found."));
        assertFails(() -> sessions.create(SESSION), NotFoundException.class).hasMessageContaining("quarkus.esign.username");

        SERVER.answer("create", 404, "text/html", HTML);
        assertFails(() -> sessions.create(SESSION), NotFoundException.class).hasMessageContaining("check quarkus.esign.url");

        SERVER.answer("update", 200, "application/json", "{\"Details\":[\"no\"]}");
        assertFails(() -> sessions.update(SessionUpdate.of(ID).title("U").build()), ValidationException.class);

        SERVER.answer("update", 400, "application/json", refused("no")).answer("get", session(7));
        assertFails(() -> sessions.update(SessionUpdate.of(ID).title("U").build()), InvalidSessionStateException.class)
                .hasMessageContaining("Expired");
    }

    @Test
    void anUnknownSessionIsNotFoundWhateverTheCall() {
        SERVER.answer("get", refused("no such thing"));
        assertFails(() -> sessions.get(ID), NotFoundException.class).hasMessageContaining(ID.value());

        SERVER.answer("update", refused("no such thing")).answer("get", refused("no such thing"));
        assertFails(() -> sessions.update(SessionUpdate.of(ID).title("U").build()), NotFoundException.class);

        SERVER.answer("start", refused("no such thing")).answer("get", refused("no such thing"));
        assertFails(() -> sessions.start(ID, URI.create("https://example.com/")), NotFoundException.class);
        assertThat(SERVER.requests("start")).hasSize(1);
    }

    @Test
    void aDocumentThatCantBeReadIsNamedByItsPlaceAndNothingIsSent() {
        Document missing = Document.file(Path.of("/nowhere/SECRET.pdf")).build();
        assertFails(() -> sessions.create(NewSession.titled("T").documents(document(new byte[3]), missing).build()),
                ValidationException.class).hasMessageContaining("documents[1]");
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void aDocumentThatChangesWhileItIsSentBreaksTheCallOff() {
        AtomicInteger opened = new AtomicInteger();
        DocumentContent shrinking = () -> new InputStream() {
            private int left = 300_000 - opened.getAndIncrement();

            @Override
            public int read() throws IOException {
                return left-- > 0 ? 7 : -1;
            }
        };
        assertFails(() -> sessions.create(NewSession.titled("T").documents(Document.of("a.pdf", shrinking).build()).build()),
                ValidationException.class).hasMessageContaining("documents[0]").hasMessageContaining("changed");
        assertThat(SERVER.requests("create")).isEmpty();
    }

    @Test
    void aPhoneNumberWithoutAPlaceForItIsRefused() {
        Signer signer = Signer.as(SignerRole.seller(1)).name("A", "B").email("a@example.com")
                .authentication(SignerAuthentication.sms("+1 555 0100")).build();

        assertThatThrownBy(() -> sessions.create(NewSession.titled("T").signers(signer).build()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("quarkus.esign.wire.sms-phone-member")
                .message().doesNotContain("555");
        assertThat(SERVER.requests("create")).isEmpty();
    }

    @Test
    void aReturnUrlThatIsNoAddressOfTheWebIsRefusedAtOnce() {
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
