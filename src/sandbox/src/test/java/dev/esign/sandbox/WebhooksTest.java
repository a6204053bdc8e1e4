package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.webhook.Receiver;
import dev.esign.sandbox.webhook.Receiver.Received;

/** Calls of the API, and what receivers hear of them. */
class WebhooksTest extends SandboxTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final Receiver receiver = Receiver.answering((received, number) -> number == 1 ? 500 : 200);

    @Override
    EsignSandbox.Builder configure(EsignSandbox.Builder builder) {
        return builder.webhook(receiver.url("/hook")).webhookRetries(1).webhookRetryDelay(Duration.ofMillis(5))
                .webhookTimeout(Duration.ofMinutes(1));
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void aSessionThatIsSentIsTold() {
        JsonNode created = createReady();
        client.start(created);

        sandbox.webhooks().awaitIdle(SOON);

        assertThat(data("SessionStatus")).last().satisfies(data -> {
            assertThat(data.path("SigningSessionId").asText()).isEqualTo(Client.id(created));
            assertThat(data.path("SignerId").asText()).isEqualTo(NO_GUID);
            assertThat(data.path("Status").asInt()).isEqualTo(2);
            assertThat(data.path("Title").asText()).isEqualTo("Offer");
            assertThat(data.has("DeclinedReason")).isFalse();
        });
        assertThat(data("SignerStatus")).last().satisfies(data -> {
            assertThat(data.path("SignerId")).isEqualTo(client.session(created).path("Signers").path(0).path("SignerId"));
            assertThat(data.path("Status").asInt()).isEqualTo(2);
        });
    }

    @Test
    void theSettingsAreObeyed() {
        client.start(createReady());

        WebhookDelivery first = sandbox.webhooks().awaitIdle(SOON).get(0);

        assertThat(first.state()).isEqualTo(WebhookDelivery.State.DELIVERED);
        assertThat(first.tries()).hasSize(2);
    }

    @Test
    void closingEndsAllThreadsOfWebhooks() throws Exception {
        client.start(createReady());
        sandbox.webhooks().awaitIdle(SOON);
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("esign-sandbox-" + sandbox.port() + "-webhook-")).toList();
        assertThat(threads).isNotEmpty();

        sandbox.close();

        for (Thread thread : threads) {
            // Its work is done; the JVM may take a moment to bury it.
            thread.join();
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(sandbox.webhooks().deliveries()).isNotEmpty();
        assertThat(sandbox.webhooks().sendTest()).isEmpty();
    }

    private List<JsonNode> data(String type) {
        return receiver.received().stream().map(Received::data).filter(data -> data.path("Type").asText().equals(type))
                .toList();
    }
}
