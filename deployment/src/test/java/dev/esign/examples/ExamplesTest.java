package dev.esign.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.esign.EsignAccounts;
import dev.esign.EsignWebhook;
import dev.esign.SessionNotReadyException;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** The examples of the guides compile, work with the sandbox and without a secret, and are printed as they are here. */
class ExamplesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Agreements.class, Offices.class, Tenants.class, OwnTokens.class,
                    Followed.class, RefusedStarts.class, DocumentedExample.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-rest-deployment", Version.getVersion())))
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.south.timeout", "30S")
            // Tags are processed when a session is started: the refusals are only those that a test asks for.
            .overrideConfigKey("quarkus.esign.devservices.tag-processing", "0.1S")
            .overrideConfigKey("quarkus.esign.start.delay", "0.2S")
            .overrideConfigKey("quarkus.esign.start.max-retries", "2")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.01S")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S");

    @Inject
    Agreements agreements;

    @Inject
    Offices offices;

    @Inject
    Tenants tenants;

    @Inject
    Followed followed;

    @Inject
    RefusedStarts refusedStarts;

    @Inject
    SigningSessions sessions;

    @Inject
    EsignAccounts accounts;

    @Inject
    EsignWebhook webhook;

    @ConfigProperty(name = "quarkus.esign.url")
    URI sandbox;

    @ConfigProperty(name = "test.url")
    URI application;

    @ParameterizedTest
    @CsvSource({ "README.md, Agreements", "docs/accounts.md, Offices", "docs/accounts.md, Tenants",
            "docs/accounts.md, OwnTokens", "docs/webhooks.md, Followed", "docs/observability.md, RefusedStarts" })
    void guidePrintsTheExampleAsItIs(String guide, String example) throws ClassNotFoundException {
        DocumentedExample.assertPrintedIn(guide, Class.forName("dev.esign.examples." + example, false,
                Thread.currentThread().getContextClassLoader()));
    }

    @Test
    void agreementsAreSent() {
        SessionId id = agreements.send(Path.of("../docs/samples/purchase-agreement.docx"));

        assertThat(sessions.get(id).status()).contains(SessionStatus.IN_SENT);
    }

    @Test
    void officesSendByTheirAccounts() {
        SessionId fromNorth = offices.sendFromNorth(agreement());
        SessionId fromSouth = offices.sendFrom("south", agreement());

        assertThat(accounts.get("north").sessions().get(fromNorth).status()).contains(SessionStatus.IN_SENT);
        assertThat(accounts.get("south").sessions().get(fromSouth).status()).contains(SessionStatus.IN_SENT);
    }

    @Test
    void tenantsComeAndGo() {
        tenants.add("tenant-7", "bm90IGEgcmVhbCBrZXk=", "salt", "owner@example.com");
        SigningSessions sessionsOfTenant = tenants.sessions("tenant-7");
        tenants.remove("tenant-7");

        assertThatThrownBy(() -> sessionsOfTenant.send(agreement())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void followedLearnsHowASessionEnded() throws IOException, InterruptedException {
        SessionId session = SessionId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");

        assertThat(post(webhook.url(application), "{\"Data\":{\"SigningSessionId\":\"" + session
                + "\",\"Type\":\"SignerStatus\",\"Status\":6,\"DeclinedReason\":\"Wrong price\"}}")).isEqualTo(200);

        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(followed.outcome(session)).contains("declined: Wrong price"));
    }

    @Test
    void refusedStartsCountsTheRefusalsOfASession() throws IOException, InterruptedException {
        SessionId id = sessions.create(agreement());
        assertThat(post(sandbox.resolve("/_sandbox/faults"), "{\"fault\":\"notReady\",\"next\":3,\"of\":[\"StartSession\"]}"))
                .isEqualTo(201);

        assertThat(catchThrowable(() -> sessions.start(id))).isInstanceOf(SessionNotReadyException.class);
        assertThat(refusedStarts.stillRefused()).containsOnlyKeys(id).containsEntry(id, 3);
    }

    private static NewSession agreement() {
        return NewSession.titled("Purchase agreement").documents(Document.of("agreement.pdf", new byte[] { 37, 80, 68, 70 }))
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com")).build();
    }

    private static int post(URI target, String json) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(target).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)).build(), BodyHandlers.discarding()).statusCode();
    }
}
