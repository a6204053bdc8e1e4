package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.NEVER_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.ReactiveSigningSessions;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** So many calls at a time, and none for a while when most go unanswered; both as they are set. */
class GuardTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.timeout", "2S")
            // Standard keys of both kinds win over ours.
            .overrideConfigKey("quarkus.esign.bulkhead.max-calls", "40")
            .overrideConfigKey("dev.esign.runtime.EsignGuard/call/Bulkhead/value", "2")
            .overrideConfigKey("quarkus.esign.bulkhead.max-waiting", "1")
            .overrideConfigKey("quarkus.esign.circuit-breaker.request-volume-threshold", "4")
            .overrideConfigKey("quarkus.esign.circuit-breaker.failure-ratio", "0.75")
            .overrideConfigKey("quarkus.esign.circuit-breaker.delay", "1H")
            .overrideConfigKey("quarkus.fault-tolerance.\"dev.esign.runtime.EsignGuard/call\".circuit-breaker.delay", "500")
            .overrideConfigKey("quarkus.fault-tolerance.\"dev.esign.runtime.EsignGuard/call\".circuit-breaker.delay-unit",
                    "millis");

    @Inject
    SigningSessions sessions;

    @Inject
    ReactiveSigningSessions reactive;

    @Test
    void theBreakerOpensWhenMostCallsGoUnansweredAndClosesAgain() {
        SERVER.reset();
        for (int i = 0; i < 4; i++) {
            SERVER.answer("get", DROP);
        }
        Throwable failure = null;
        while (failure == null || !failure.getMessage().contains("left alone for a while")) {
            failure = catchThrowable(() -> sessions.get(ID));
            assertThat(failure).isInstanceOf(UnavailableException.class);
        }
        int calls = SERVER.requests("get").size();
        assertThat(calls).isBetween(1, 4);
        assertThatThrownBy(() -> sessions.get(ID)).hasMessageContaining("left alone for a while");
        assertThat(SERVER.requests("get")).hasSize(calls);

        SERVER.reset();
        await().ignoreExceptions().until(() -> sessions.get(ID) != null);
        assertThat(SERVER.requests("get")).hasSize(1);
    }

    @Test
    @Shows("quarkus.esign.timeout")
    void twoCallsAtATimeOneWaitsTheRestFail() {
        SERVER.reset();
        SERVER.answer("get", NEVER_ANSWER).answer("get", NEVER_ANSWER);
        List<CompletableFuture<Session>> calls = IntStream.range(0, 4)
                .mapToObj(i -> reactive.get(ID).subscribeAsCompletionStage()).toList();

        await().until(() -> calls.stream().filter(CompletableFuture::isCompletedExceptionally).count() == 1);
        assertThat(calls.stream().filter(CompletableFuture::isCompletedExceptionally)).singleElement().satisfies(
                refused -> assertThat(refused.handle((session, failure) -> failure).join())
                        .hasMessageContaining("quarkus.esign.bulkhead.max-waiting"));
        await().until(() -> SERVER.requests("get").size() == 2);
        // The two give up in the end, and the third gets its turn.
        await().until(() -> calls.stream().filter(call -> call.isDone() && !call.isCompletedExceptionally()).count() == 1);
        assertThat(SERVER.requests("get")).hasSize(3);
        await().ignoreExceptions().until(() -> sessions.get(ID) != null); // whichever test comes next finds it closed
    }
}
