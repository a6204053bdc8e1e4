package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import dev.esign.event.SessionStatusChanged;
import dev.esign.event.WebhookEvent.Check;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;

/**
 * What the sandbox tells is believed and told to observers, for each account at its address: the default account's, which the
 * Dev
 * Service knows, and another that is added. None of them is configured.
 */
class WebhooksOfTheSandboxTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Eventually.class, WebhookObserver.class))
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.verify", "read-back")
            .overrideConfigKey("quarkus.esign.north.timeout", "30S");

    @ConfigProperty(name = "quarkus.esign.url")
    URI sandbox;

    @ConfigProperty(name = "test.url")
    URI application;

    @Inject
    EsignAccounts accounts;

    @Inject
    WebhookObserver observer;

    @Test
    void sandboxNotifiesEachAccountAndSessionsConfirmIt() throws Exception {
        URI address = accounts.get("north").webhook().url(application);
        HttpRequest target = HttpRequest.newBuilder(sandbox.resolve("/_sandbox/webhooks/targets"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"url\":\"" + address + "\"}")).build();
        assertThat(HttpClient.newHttpClient().send(target, BodyHandlers.ofString()).statusCode()).isBetween(200, 299);

        SessionId id = accounts.get("north").sessions().send(NewSession.titled("Lease")
                .documents(Document.of("lease.txt", "lease".getBytes()))
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com")).build());

        await().untilAsserted(() -> assertThat(observer.events).filteredOn(SessionStatusChanged.class::isInstance)
                .extracting(SessionStatusChanged.class::cast)
                .filteredOn(event -> event.status().equals(SessionStatus.IN_SENT))
                .allSatisfy(event -> {
                    assertThat(event.sessionId()).isEqualTo(id);
                    assertThat(event.check()).isEqualTo(Check.CONFIRMED);
                }).extracting(SessionStatusChanged::account).containsExactlyInAnyOrder(EsignAccount.DEFAULT, "north"));
    }
}
