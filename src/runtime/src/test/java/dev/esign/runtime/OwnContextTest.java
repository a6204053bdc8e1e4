package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** A request is sent in a context of its own, with all that the caller's context holds. */
class OwnContextTest {

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void withoutAContextThereIsNone() {
        assertThat(OwnContext.sending(() -> Uni.createFrom().item(String.valueOf(Vertx.currentContext()))).await()
                .indefinitely()).isEqualTo("null");
    }

    @Test
    void theLocalDataOfTheCallerIsThere() throws Exception {
        assertThat(inContext(Uni.createFrom().item(() -> {
            ContextInternal own = (ContextInternal) Vertx.currentContext();
            return own.localContextData().get("caller") + " " + own.isDuplicate();
        }))).isEqualTo("known true");
    }

    @Test
    void whatTheRequestThrowsIsAFailure() {
        assertThatThrownBy(() -> inContext(Uni.createFrom().deferred(() -> OwnContext.sending(() -> {
            throw new IllegalStateException("closed");
        })))).hasRootCauseInstanceOf(IllegalStateException.class).hasRootCauseMessage("closed");
    }

    private static String inContext(Uni<String> request) throws Exception {
        ContextInternal caller = ((ContextInternal) vertx.getOrCreateContext()).duplicate();
        caller.localContextData().put("caller", "known");
        return caller.executeBlocking(() -> OwnContext.sending(() -> request).await().indefinitely(), true)
                .toCompletionStage().toCompletableFuture().get();
    }
}
