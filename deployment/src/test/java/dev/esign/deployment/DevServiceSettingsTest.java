package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            .withApplicationRoot(jar -> jar.addClasses(Eventually.class, RecordingServer.class, Request.class, FreePort.class,
                    WordDocument.class))
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "c2VjcmV0")
            .overrideConfigKey("quarkus.esign.username", "kim@example.com")
            .overrideConfigKey("quarkus.esign.\"office\".username", "lee@example.com")
            .overrideConfigKey("quarkus.esign.\"office\".wire.bytes", "base64")
            .overrideConfigKey("quarkus.esign.start.delay", "0.1S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.1S")
            .overrideConfigKey("quarkus.esign.start.jitter", "0.05S")
            .overrideConfigKey("quarkus.esign.devservices.tag-processing", "0.1S")
            .overrideConfigKey("quarkus.esign.devservices.token-lifetime", "17S")
            .overrideConfigKey("quarkus.esign.devservices.port", String.valueOf(FreePort.find()))
            .overrideConfigKey("quarkus.esign.devservices.tag-opening-delimiter", "[")
            .overrideConfigKey("quarkus.esign.devservices.tag-closing-delimiter", "]")
            .overrideConfigKey("quarkus.esign.devservices.tag-item-space", "+")
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

    @ConfigProperty(name = "quarkus.esign.devservices.port")
    int port;

    @Test
    void sandboxHasTheConfiguredSettings() throws Exception {
        JsonNode settings = new ObjectMapper().readTree(page("/_sandbox")).path("settings");

        assertThat(sandbox.getPort()).isEqualTo(port);

        assertThat(settings.path("tagProcessing").asText()).isEqualTo("PT0.1S");
        assertThat(settings.path("tokenLifetime").asText()).isEqualTo("PT17S");
        assertThat(settings.path("wire").asText()).isEqualTo("javascript-serializer");
        assertThat(Path.of("target/never-made")).as("the directory of dev mode").doesNotExist();
    }

    @Test
    void sandboxReadsAnchorTagsWithTheConfiguredSigns() throws Exception {
        SessionId id = sessions.create(NewSession.titled("Offer")
                .documents(Document.of("a.docx", WordDocument.of("[ddl_req_Seller 1_80_one+of+these_two]")).anchorTags())
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com")).build());
        sessions.start(id);

        Matcher invitation = Pattern.compile("href=\"(/sign/[^\"]+)\"").matcher(page("/sessions/" + id));
        assertThat(invitation.find()).isTrue();
        assertThat(page(invitation.group(1))).contains(">one of these</option>").doesNotContain("one+of");
    }

    private String page(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(sandbox.resolve(path)).build(), BodyHandlers.ofString()).body();
    }

    @Test
    void sandboxKnowsTheUsersOfAllAccounts() {
        assertThat(users.findByUsername("kim@example.com")).isPresent();
        assertThat(users.findByUsername("lee@example.com")).isPresent();
        assertThat(users.findByUsername("nobody@example.com")).isEmpty();
    }

    @Test
    void sandboxReadsRequestsAsStrictlyAsConfigured() {
        NewSession agreement = NewSession.titled("Offer")
                .documents(Document.of("a.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)).build()).build();

        assertThat(sessions.create(agreement)).isNotNull();
        assertThatThrownBy(() -> accounts.get("office").sessions().create(agreement)).isInstanceOf(ValidationException.class);
    }

    @Test
    void sandboxNotifiesTheConfiguredReceivers() {
        RECEIVER.reset();
        SessionId id = sessions.create(NewSession.titled("Offer")
                .documents(Document.of("a.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)).build())
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com").build()).build());
        sessions.start(id);

        await().untilAsserted(() -> assertThat(RECEIVER.requests())
                .anySatisfy(told -> assertThat(told.method() + " " + told.target()).isEqualTo("POST /told")));
    }
}
