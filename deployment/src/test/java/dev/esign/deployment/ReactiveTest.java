package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.ReactiveSigningSessions;
import dev.esign.SessionNotReadyException;
import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** The reactive twin behaves as the blocking one, on an event loop too, and waits without threads. */
class ReactiveTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final URI RETURN_URL = URI.create("https://example.com/");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.start.max-retries", "2")
            .overrideConfigKey("quarkus.esign.start.delay", "0.2S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "1MS")
            .overrideConfigKey("quarkus.esign.start.max-retry-delay", "2MS")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S");

    @Inject
    ReactiveSigningSessions reactive;

    @Inject
    SigningSessions blocking;

    @Inject
    Vertx vertx;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void aWholeSessionOnAnEventLoop() throws Exception {
        CompletableFuture<SessionId> done = new CompletableFuture<>();
        SERVER.answer("start", refused("not yet"));
        vertx.getOrCreateContext().runOnContext(ignored -> reactive.create(session())
                .call(id -> reactive.start(id, RETURN_URL))
                .call(id -> reactive.get(id))
                .subscribe().with(done::complete, done::completeExceptionally));

        assertThat(done.get(20, TimeUnit.SECONDS)).isEqualTo(SessionId.of(RecordingServer.SESSION_ID));
        assertThat(SERVER.requests()).extracting(Request::operation).filteredOn(operation -> !operation.equals("gettoken"))
                .containsExactly("create", "start", "start", "get");
    }

    @Test
    void nothingHappensWithoutSubscription() {
        Uni<SessionId> unsubscribed = reactive.create(session());
        Uni<Void> start = reactive.start(SessionId.of("s"), RETURN_URL);
        Uni<Void> refused = reactive.start(SessionId.of("s"));

        assertThat(List.of(unsubscribed, start, refused)).doesNotContainNull();
        assertThatThrownBy(() -> refused.await().indefinitely()).hasMessageContaining("quarkus.esign.return-url");
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void bothTwinsTryAsOften() {
        for (int i = 0; i < 6; i++) {
            SERVER.answer("start", refused("never"));
        }
        SessionId id = blocking.create(session());

        Throwable failure = reactive.start(id, RETURN_URL).onItemOrFailure().transform((item, thrown) -> thrown).await()
                .indefinitely();
        assertThat(failure).isInstanceOf(SessionNotReadyException.class);
        assertThat(SERVER.requests("start")).hasSize(3);

        assertThatThrownBy(() -> blocking.start(id, RETURN_URL))
                .isInstanceOf(SessionNotReadyException.class);
        assertThat(SERVER.requests("start")).hasSize(6);
    }

    private static NewSession session() {
        return NewSession.titled("T").documents(Document.of("a.docx", new byte[] { 1, 2 }).anchorTags().build()).build();
    }
}
