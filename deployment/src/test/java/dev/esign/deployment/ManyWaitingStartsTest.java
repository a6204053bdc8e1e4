package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.OutcomeUnknownException;
import dev.esign.ReactiveSigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.event.SessionStarted;
import dev.esign.event.StartDelayed;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;

/** Ten thousand sessions wait for their anchor tags at the same time, and hold no thread. */
class ManyWaitingStartsTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final int SESSIONS = 10_000;
    /** Far below one per session, and enough for event loops, workers and the server, which has one per connection. */
    private static final int THREADS = 500;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, Counts.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.return-url", "https://example.com/")
            // Longer than it takes to create them all, so that they all wait at once.
            .overrideConfigKey("quarkus.esign.start.delay", "45S");

    @Inject
    ReactiveSigningSessions sessions;

    @Inject
    Counts counts;

    @Test
    void holdNoThread() throws Exception {
        SERVER.reset();
        Document document = Document.of("a.docx", new byte[100]).anchorTags().build();
        Signer signer = Signer.as(SignerRole.seller(1)).name("A", "B").email("a@example.com").build();
        CompletableFuture<Long> started = Multi.createFrom().range(0, SESSIONS)
                .onItem().transformToUni(i -> sessions
                        .create(NewSession.titled("T" + i).documents(document).signers(signer).build())
                        // A connection that is lost among twenty thousand calls is none of this test's business.
                        .onFailure(OutcomeUnknownException.class).retry().atMost(2)
                        .call(id -> sessions.start(id)))
                .merge(SESSIONS).collect().with(Collectors.counting())
                .subscribeAsCompletionStage();

        await().atMost(Duration.ofSeconds(120)).until(() -> counts.waiting() == SESSIONS
                || started.isDone());
        assertThat(started).isNotCompletedExceptionally();
        assertThat(counts.waiting()).isEqualTo(SESSIONS);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(THREADS);
        assertThat(started.get(180, TimeUnit.SECONDS)).isEqualTo(SESSIONS);
        assertThat(counts.started()).isEqualTo(SESSIONS);
    }

    @ApplicationScoped
    static class Counts {

        private final AtomicInteger waiting = new AtomicInteger();
        private final AtomicInteger started = new AtomicInteger();

        void waits(@Observes StartDelayed event) {
            waiting.incrementAndGet();
        }

        void starts(@Observes SessionStarted event) {
            started.incrementAndGet();
        }

        int waiting() {
            return waiting.get() - started.get();
        }

        int started() {
            return started.get();
        }
    }
}
