package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.SESSION_ID;
import static dev.esign.deployment.RecordingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.InvalidSessionStateException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** One transaction id, one session, started once, whatever gets lost on the way. */
class SendTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final SessionId ID = SessionId.of(SESSION_ID);
    private static final String LOOK_UP = "GET /rest/v1/sessions/lite/owner%40example.com/deal-1/50/0/sortBy";
    private static final String NONE = "{\"TotalCount\":0,\"Sessions\":[]}";
    private static final NewSession SESSION = NewSession.titled("T").transactionId("deal-1").build();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.return-url", "https://example.com/")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "1MS")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "1MS")
            .overrideConfigKey("quarkus.esign.start.max-retry-delay", "2MS")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S");

    @Inject
    SigningSessions sessions;

    @Inject
    ReactiveSigningSessions reactive;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void aNewTransactionIsCreatedAndStarted() {
        SERVER.answer(LOOK_UP, NONE).answer("start", refused("not yet"));

        assertThat(sessions.send(SESSION)).isEqualTo(ID);

        assertCalls(1, 2);
        SERVER.answer(LOOK_UP, NONE).answer("start", refused("not yet"));
        assertThat(reactive.send(SESSION).await().indefinitely()).isEqualTo(ID);
        assertCalls(2, 4);
    }

    @Test
    void aDraftOfAnEarlierAttemptIsStarted() {
        SERVER.answer(LOOK_UP, found(1));
        assertThat(sessions.send(SESSION)).isEqualTo(ID);
        assertCalls(0, 1);
    }

    @Test
    void aStartedSessionIsLeftAlone() {
        SERVER.answer(LOOK_UP, found(2)).answer(LOOK_UP, found(3));
        assertThat(sessions.send(SESSION)).isEqualTo(ID);
        assertThat(reactive.send(SESSION).await().indefinitely()).isEqualTo(ID);
        assertCalls(0, 0);
    }

    @Test
    void aSessionThatIsOverOrNotTheOnlyOneIsTold() {
        SERVER.answer(LOOK_UP, found(4));
        assertThatThrownBy(() -> sessions.send(SESSION)).isInstanceOf(InvalidSessionStateException.class)
                .hasMessageContaining("deal-1").hasMessageContaining("Cancelled");
        SERVER.answer(LOOK_UP, "{\"TotalCount\":2,\"Sessions\":[{\"SigningSessionId\":\"a\"},{\"SigningSessionId\":\"b\"}]}");
        assertThatThrownBy(() -> sessions.send(SESSION)).isInstanceOf(InvalidSessionStateException.class)
                .hasMessageContaining("several");
        assertCalls(0, 0);
    }

    @Test
    void withoutALookUpNothingIsSent() {
        SERVER.answer(LOOK_UP, DROP);
        assertThatThrownBy(() -> sessions.send(SESSION)).isInstanceOf(UnavailableException.class);
        assertCalls(0, 0);
    }

    @Test
    void aLostCreateIsAdoptedWhenItIsFound() {
        SERVER.answer("create", DROP).answer(LOOK_UP, found(1));
        assertThat(sessions.create(SESSION)).isEqualTo(ID);
        assertThat(SERVER.requests("create")).hasSize(1);
    }

    @Test
    void aLostCreateThatIsNotFoundStaysUnknown() {
        SERVER.answer("create", DROP).answer(LOOK_UP, NONE);
        assertThatThrownBy(() -> sessions.create(SESSION)).isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("deal-1");
        SERVER.answer("create", DROP).answer(LOOK_UP, DROP);
        assertThatThrownBy(() -> sessions.create(SESSION)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(SERVER.requests("create")).hasSize(2);
    }

    @Test
    void anAnswerBeforeTheRequestWasThroughChangesNothing() {
        byte[] large = new byte[20_000_000];
        // The server hangs up after the head, so that the body can't get through.
        SERVER.answer(RecordingServer.BEFORE_BODY, DROP);
        assertThatThrownBy(() -> sessions.create(NewSession.titled("T").documents(Document.of("a.pdf", large).build()).build()))
                .isInstanceOf(UnavailableException.class).hasMessageContaining("broken off");
        assertThat(SERVER.requests("create")).isEmpty();
    }

    private static void assertCalls(int creates, int starts) {
        assertThat(SERVER.requests("create")).hasSize(creates);
        assertThat(SERVER.requests("start")).hasSize(starts);
    }

    private static String found(int status) {
        return "{\"TotalCount\":1,\"Sessions\":[{\"SigningSessionId\":\"" + SESSION_ID + "\",\"StatusCode\":" + status + "}]}";
    }
}
