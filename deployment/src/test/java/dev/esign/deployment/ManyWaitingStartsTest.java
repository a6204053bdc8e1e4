package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.ReactiveSigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.event.SessionStarted;
import dev.esign.event.StartDelayed;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.runtime.Pause;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Starts that wait for anchor tags to be processed, as long as the test wants them to. */
class ManyWaitingStartsTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final int STARTS = 10_000;
    /** Far below one per start, and enough for event loops, workers and the server, which has one per connection. */
    private static final int THREADS = 500;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Eventually.class, RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.return-url", "https://example.com/")
            .overrideConfigKey("quarkus.esign.token.reuse", "1H")
            .overrideConfigKey("quarkus.esign.start.delay", "1H");

    @Inject
    ReactiveSigningSessions sessions;

    @Inject
    HeldPause pause;

    @Inject
    Events events;

    @Test
    void waitingStartsHoldNoThread() throws Exception {
        SERVER.reset();
        SessionId id = sessions.create(NewSession.titled("T")
                .documents(Document.of("a.docx", new byte[100]).anchorTags()).build()).await().indefinitely();

        CompletableFuture<Long> started = Multi.createFrom().range(0, STARTS)
                .onItem().transformToUni(i -> sessions.start(id).replaceWith(i))
                .merge(STARTS).collect().with(Collectors.counting())
                .subscribeAsCompletionStage();
        await().until(() -> pause.waiting() == STARTS);

        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(THREADS);
        assertThat(events.delayed).hasSize(STARTS).allSatisfy(delayed -> assertThat(delayed.delay()).isPositive()
                .isLessThanOrEqualTo(Duration.ofHours(1)));
        assertThat(events.started).hasValue(0);
        assertThat(SERVER.requests("start")).isEmpty();

        pause.end();
        assertThat(started.get(10, TimeUnit.MINUTES)).isEqualTo(STARTS);
        assertThat(events.started).hasValue(STARTS);
        assertThat(SERVER.requests("start")).hasSize(STARTS);
    }

    @Alternative
    @Priority(1)
    @Singleton
    static class HeldPause extends Pause {

        private final Queue<UniEmitter<? super Void>> waiting = new ConcurrentLinkedQueue<>();

        @Override
        public Uni<Void> reactive(Duration duration) {
            return Uni.createFrom().emitter(emitter -> waiting.add(emitter));
        }

        int waiting() {
            return waiting.size();
        }

        void end() {
            waiting.forEach(pause -> pause.complete(null));
        }
    }

    @Singleton
    static class Events {

        private final Queue<StartDelayed> delayed = new ConcurrentLinkedQueue<>();
        private final AtomicInteger started = new AtomicInteger();

        void delays(@Observes StartDelayed event) {
            delayed.add(event);
        }

        void starts(@Observes SessionStarted event) {
            started.incrementAndGet();
        }
    }
}
