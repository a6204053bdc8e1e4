package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A caller that blocks in its Vert.x context's ordered queue doesn't wait for what only that queue could do. */
class OrderedContextTest {

    private static final RecordingServer SERVER = RecordingServer.shared();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.return-url", "https://www.example.com/")
            .overrideConfigKey("quarkus.esign.timeout", "3S")
            .overrideConfigKey("quarkus.esign.upload.slowest-rate", "1M")
            .overrideConfigKey("quarkus.esign.office.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.office.salt", "salt")
            .overrideConfigKey("quarkus.esign.office.username", "office@example.com");

    @Inject
    Vertx vertx;

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("office")
    SigningSessions office;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void aDocumentIsSentFromAContext() throws Exception {
        assertThat(inOrder(vertx.getOrCreateContext(), () -> send(sessions))).hasToString(RecordingServer.SESSION_ID);
        assertThat(SERVER.requests("start")).hasSize(1);
    }

    @Test
    void aDocumentIsSentFromTheContextOfARequest() throws Exception {
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
        return context.executeBlocking(work, true).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
