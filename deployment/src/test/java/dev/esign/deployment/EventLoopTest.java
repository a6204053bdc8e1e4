package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Vertx;

/** An event loop is never blocked: the call fails and says what to do. */
class EventLoopTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication();

    @Inject
    SigningSessions sessions;

    @Inject
    Vertx vertx;

    @Test
    void isRefused() {
        assertRefused(() -> sessions.get(SessionId.of("s")));
        assertRefused(() -> sessions.archived());
        assertRefused(() -> sessions.start(SessionId.of("s"), URI.create("https://example.com/")));
    }

    private void assertRefused(Runnable call) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> {
            try {
                call.run();
                done.complete(null);
            } catch (RuntimeException refused) {
                done.completeExceptionally(refused);
            }
        });
        assertThatThrownBy(() -> done.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).cause()
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("@RunOnVirtualThread");
    }
}
