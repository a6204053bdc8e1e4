package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;

/** An application that takes webhook calls at a given port is told of changes. */
class DevServiceFixedPortWebhookTest {

    private static final String SECRET = "a-secret-of-the-application";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(WebhookReceiver.class, FreePort.class))
            .overrideConfigKey("quarkus.http.test-port", String.valueOf(FreePort.find()))
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET);

    @Inject
    SigningSessions sessions;

    @Inject
    WebhookReceiver receiver;

    @Test
    void isTold() {
        sessions.start(sessions.create(NewSession.titled("Offer")
                .documents(Document.of("a.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)).build())
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com").build()).build()));

        await().untilAsserted(() -> assertThat(receiver.paths()).isNotEmpty().containsOnly("/esign/webhook/" + SECRET));
    }
}
