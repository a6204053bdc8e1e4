package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static dev.esign.deployment.RecordingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Tokens that are used again, shared by calls at the same time, fetched with a password or kept ready. */
class TokensTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Eventually.class, RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.token.source", "user-password")
            .overrideConfigKey("quarkus.esign.token.password", "pass/word")
            .overrideConfigKey("quarkus.esign.token.reuse", "1H")
            .overrideConfigKey("quarkus.esign.ahead.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.ahead.salt", "salt")
            .overrideConfigKey("quarkus.esign.ahead.username", "ahead@example.com")
            .overrideConfigKey("quarkus.esign.ahead.token.ahead", "1H");

    @Inject
    SigningSessions sessions;

    @Inject
    ReactiveSigningSessions reactive;

    @Inject
    @EsignAccount("ahead")
    SigningSessions ahead;

    @BeforeEach
    void resetServer() {
        SERVER.reset();
    }

    @Test
    void oneTokenServesAllCallsUntilItIsRejected() {
        List<Uni<Session>> calls = IntStream.range(0, 20).mapToObj(i -> reactive.get(ID)).toList();
        Uni.join().all(calls).andFailFast().await().indefinitely();
        sessions.get(ID);

        assertThat(SERVER.requests("encrypt")).singleElement()
                .satisfies(request -> assertThat(request.target()).isEqualTo("/rest/v1/encrypt/pass%2Fword/salt"));
        assertThat(SERVER.requests("tokenusernamepassword")).singleElement().satisfies(request -> {
            assertThat(request.target()).isEqualTo("/rest/v1/tokenusernamepassword/owner%40example.com/salt");
            assertThat(request.headers()).containsEntry("authorization", "cipher/text+=");
        });
        assertThat(SERVER.requests("gettoken")).isEmpty();
        assertThat(SERVER.requests("get")).hasSize(21).extracting(request -> request.headers().get("authorization"))
                .containsOnly(SERVER.requests("get").get(0).headers().get("authorization"));

        SERVER.reset();
        SERVER.answer("get", "null");
        sessions.get(ID);
        sessions.get(ID);
        assertThat(SERVER.requests("tokenusernamepassword")).hasSize(1);
        assertThat(SERVER.requests("get")).hasSize(3);

        // What can't be fetched isn't kept either.
        SERVER.answer("get", "null").answer("tokenusernamepassword", 503, "text/html", "<html>later</html>");
        assertThat(reactive.get(ID).onItemOrFailure().transform((session, failure) -> failure).await().indefinitely())
                .hasMessageContaining("GetTokenUserNamePassword");

        sessions.get(ID);
        SERVER.answer("get", refused("Error: Invalid token"));
        sessions.get(ID);
    }

    @Test
    void nextTokenIsFetchedBeforeItIsWanted() {
        ahead.get(ID);
        await().until(() -> SERVER.requests("gettoken").size() == 2);
        ahead.get(ID);
        await().until(() -> SERVER.requests("gettoken").size() == 3);
        assertThat(SERVER.requests("get")).hasSize(2).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates();

        // A token fetched ahead in vain doesn't fail the call that would have had it.
        SERVER.answer("gettoken", 503, "text/html", "<html>later</html>");
        ahead.get(ID);
        await().until(() -> SERVER.requests("gettoken").size() == 4);
        ahead.get(ID);
        assertThat(SERVER.requests("get")).hasSize(4).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates();
    }
}
