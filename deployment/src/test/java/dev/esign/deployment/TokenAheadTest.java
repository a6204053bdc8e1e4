package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** One token is kept ready: a call doesn't wait for its own, and no token is used twice. */
class TokenAheadTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.token.ahead", "1H");

    @Inject
    SigningSessions sessions;

    @Test
    void theNextTokenIsFetchedBeforeItIsWanted() {
        SERVER.reset();
        sessions.get(ID);
        await().until(() -> SERVER.requests("gettoken").size() == 2);
        sessions.get(ID);
        await().until(() -> SERVER.requests("gettoken").size() == 3);
        assertThat(SERVER.requests("get")).hasSize(2).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates();

        // A token fetched ahead in vain doesn't fail the call that would have had it.
        SERVER.answer("gettoken", 503, "text/html", "<html>later</html>");
        sessions.get(ID);
        await().until(() -> SERVER.requests("gettoken").size() == 4);
        sessions.get(ID);
        assertThat(SERVER.requests("get")).hasSize(4).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates();
    }
}
