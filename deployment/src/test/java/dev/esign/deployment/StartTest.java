package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.refused;
import static dev.esign.deployment.RecordingServer.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.InvalidSessionStateException;
import dev.esign.OutcomeUnknownException;
import dev.esign.SessionNotReadyException;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.event.SessionStarted;
import dev.esign.event.SigningEvent;
import dev.esign.event.StartDelayed;
import dev.esign.event.StartRefused;
import dev.esign.event.TokenFetched;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** Start waits, tries again, and tells the truth. */
class StartTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final URI RETURN_URL = URI.create("https://example.com/");
    private static final SessionId SOMEONE_ELSES = SessionId.of("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final Duration DELAY = Duration.ofMillis(400);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, Events.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.start.delay", DELAY.toMillis() + "MS")
            .overrideConfigKey("quarkus.esign.start.max-retries", "4")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "1MS")
            .overrideConfigKey("quarkus.esign.start.max-retry-delay", "4MS")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S")
            // A standard key wins over ours: three retries, not four.
            .overrideConfigKey("dev.esign.SigningSessions/start/Retry/maxRetries", "3");

    @Inject
    SigningSessions sessions;

    @Inject
    Events events;

    @BeforeEach
    void reset() {
        SERVER.reset();
        events.seen().clear();
    }

    @Test
    void aRefusedStartIsTriedAgainWithAFreshToken() {
        SessionId id = create(true);
        SERVER.answer("start", refused("tags are processed")).answer("start", refused("tags are processed"));

        sessions.start(id, RETURN_URL);

        assertThat(SERVER.requests("start")).hasSize(3).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates();
        assertThat(SERVER.requests("get")).isEmpty();
        assertThat(events.seen()).filteredOn(event -> !(event instanceof TokenFetched)).element(1)
                .isInstanceOf(StartDelayed.class);
        assertThat(events.seen()).filteredOn(StartRefused.class::isInstance).hasSize(2)
                .allSatisfy(event -> assertThat(((StartRefused) event).texts()).containsExactly("tags are processed"));
        assertThat(events.seen()).last().isEqualTo(new SessionStarted(EsignAccount.DEFAULT, id));
    }

    @Test
    void aRefusalThatPersistsIsToldInTheServersWords() {
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
    void theFirstTryWaitsWhatIsLeftOfTheDelayAndOnlyForAnchorTags() {
        SessionId withTags = create(true);
        long start = System.nanoTime();
        sessions.start(withTags, RETURN_URL);
        assertThat(events.seen()).filteredOn(StartDelayed.class::isInstance).singleElement().satisfies(event -> {
            Duration waited = ((StartDelayed) event).delay();
            assertThat(waited).isPositive().isLessThanOrEqualTo(DELAY);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(waited);
        });

        events.seen().clear();
        sessions.start(create(false), RETURN_URL);
        assertThat(events.seen()).filteredOn(StartDelayed.class::isInstance).isEmpty();
    }

    @Test
    void aSessionOfSomeoneElsesThatIsStartedAlreadyIsNotTriedAgain() {
        SERVER.answer("start", refused("wrong status")).answer("get", session(2));

        assertThatThrownBy(() -> sessions.start(SOMEONE_ELSES, RETURN_URL))
                .isInstanceOf(InvalidSessionStateException.class).hasMessageContaining("InSent");
        assertThat(SERVER.requests("start")).hasSize(1);
    }

    @Test
    void aSessionOfSomeoneElsesThatIsInDraftIsTriedAgain() {
        SERVER.answer("start", refused("not yet"));

        sessions.start(SOMEONE_ELSES, RETURN_URL);

        assertThat(SERVER.requests("start")).hasSize(2);
    }

    @Test
    void aLostAnswerIsSettledByReadingTheSession() {
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
    void otherFailuresAreNotTriedAgain() {
        SERVER.answer("start", 400, "text/html", "<html>bad</html>");

        assertThatThrownBy(() -> sessions.start(SOMEONE_ELSES, RETURN_URL))
                .isInstanceOf(ValidationException.class).hasMessageContaining("HTTP 400");
        assertThat(SERVER.requests("start")).hasSize(1);
    }

    @Test
    void aMissingReturnUrlIsSaidBeforeAnythingIsSent() {
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

        void on(@Observes SigningEvent event) {
            seen.add(event);
        }

        void fails(@Observes SessionStarted event) {
            throw new IllegalStateException("an observer's failure is its own");
        }
    }
}
