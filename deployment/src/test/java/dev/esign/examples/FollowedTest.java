package dev.esign.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignWebhook;
import dev.esign.model.SessionId;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** The example of the webhook guide works as the guide says, in dev and test mode without a secret of its own. */
class FollowedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Followed.class, DocumentedExample.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-rest-deployment", Version.getVersion())))
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true");

    @Inject
    Followed followed;

    @Inject
    EsignWebhook webhook;

    @Test
    void learnsHowASessionEnded() throws IOException, InterruptedException {
        SessionId session = SessionId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");
        URI server = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        HttpRequest request = HttpRequest.newBuilder(webhook.url(server)).POST(BodyPublishers.ofString("{\"Data\":"
                + "{\"SigningSessionId\":\"" + session + "\",\"Type\":\"SignerStatus\",\"Status\":6,"
                + "\"DeclinedReason\":\"Wrong price\"}}")).build();

        assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(followed.outcome(session)).contains("declined: Wrong price"));
    }

    @Test
    void isTheOneInTheGuide() {
        DocumentedExample.assertPrintedIn("docs/webhooks.md", Followed.class);
    }
}
