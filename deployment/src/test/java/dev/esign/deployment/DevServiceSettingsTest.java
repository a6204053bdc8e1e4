package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.EsignAccounts;
import dev.esign.EsignUsers;
import dev.esign.SigningSessions;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;

/** The sandbox is as the settings of the Dev Service say, and knows the account that the application sets. */
class DevServiceSettingsTest {

    private static final RecordingServer RECEIVER = RecordingServer.shared();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "c2VjcmV0")
            .overrideConfigKey("quarkus.esign.username", "kim@example.com")
            .overrideConfigKey("quarkus.esign.\"office\".username", "lee@example.com")
            .overrideConfigKey("quarkus.esign.\"office\".wire.bytes", "base64")
            .overrideConfigKey("quarkus.esign.start.delay", "0.1S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.1S")
            .overrideConfigKey("quarkus.esign.start.jitter", "0.05S")
            .overrideConfigKey("quarkus.esign.devservices.tag-processing", "0.1S")
            .overrideConfigKey("quarkus.esign.devservices.token-lifetime", "17S")
            .overrideConfigKey("quarkus.esign.devservices.wire", "javascript-serializer")
            .overrideConfigKey("quarkus.esign.devservices.directory", "target/never-made")
            .overrideConfigKey("quarkus.esign.devservices.webhooks", RECEIVER.url() + "/told");

    @Inject
    SigningSessions sessions;

    @Inject
    EsignUsers users;

    @Inject
    EsignAccounts accounts;

    @ConfigProperty(name = "quarkus.esign.url")
    URI sandbox;

    @Test
    void hold() throws Exception {
        JsonNode settings = new ObjectMapper().readTree(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(sandbox.resolve("/_sandbox")).build(), BodyHandlers.ofString()).body())
                .path("settings");

        assertThat(settings.path("tagProcessing").asText()).isEqualTo("PT0.1S");
        assertThat(settings.path("tokenLifetime").asText()).isEqualTo("PT17S");
        assertThat(settings.path("wire").asText()).isEqualTo("javascript-serializer");
        assertThat(Path.of("target/never-made")).as("the directory of dev mode").doesNotExist();
    }

    @Test
    void theAccountsOfTheApplicationExist() {
        assertThat(users.findByUsername("kim@example.com")).isPresent();
        assertThat(users.findByUsername("lee@example.com")).isPresent();
        assertThat(users.findByUsername("nobody@example.com")).isEmpty();
    }

    @Test
    void theReaderIsAsStrictAsSet() {
        NewSession agreement = NewSession.titled("Offer")
                .documents(Document.of("a.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)).build()).build();

        assertThat(sessions.create(agreement)).isNotNull();
        assertThatThrownBy(() -> accounts.get("office").sessions().create(agreement)).isInstanceOf(ValidationException.class);
    }

    @Test
    void theReceiversOfWebhooksAreTold() {
        RECEIVER.reset();
        SessionId id = sessions.create(NewSession.titled("Offer")
                .documents(Document.of("a.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)).build())
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com").build()).build());
        sessions.start(id);

        await().untilAsserted(() -> assertThat(RECEIVER.requests())
                .anySatisfy(told -> assertThat(told.method() + " " + told.target()).isEqualTo("POST /told")));
    }
}
