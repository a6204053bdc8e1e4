package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SessionNotReadyException;
import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** Without a limit of tries the time is the limit, and the waits between the tries grow as they are set. */
class StartLimitsTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final Duration LONGEST = Duration.ofMillis(1500);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.start.delay", "0S")
            .overrideConfigKey("quarkus.esign.start.max-retries", "-1")
            .overrideConfigKey("quarkus.esign.start.max-duration", LONGEST.toMillis() + "MS")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "100MS")
            .overrideConfigKey("quarkus.esign.start.max-retry-delay", "400MS")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S");

    @Inject
    SigningSessions sessions;

    @Test
    @Shows("quarkus.esign.start.max-duration")
    void theTimeIsTheLimit() {
        SERVER.reset();
        SessionId id = sessions.create(NewSession.titled("T")
                .documents(Document.of("a.docx", new byte[] { 1 }).anchorTags()).build());
        for (int i = 0; i < 100; i++) {
            SERVER.answer("start", refused("not yet"));
        }
        long start = System.nanoTime();

        assertThatThrownBy(() -> sessions.start(id, URI.create("https://example.com/")))
                .isInstanceOf(SessionNotReadyException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(LONGEST.minusMillis(400));
        // 0, 100, 300, 700, 1100, 1500 ms: growing waits leave room for six tries at the most, steady ones for fifteen.
        assertThat(SERVER.requests("start")).hasSizeBetween(3, 6);
    }
}
