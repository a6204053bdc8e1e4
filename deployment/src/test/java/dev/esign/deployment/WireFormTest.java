package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.SessionSigners;
import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;

/** Each form that the documentation leaves open can be set; the defaults are those of {@link RequestsOnTheWireTest}. */
class WireFormTest {

    private static final RecordingServer SERVER = RecordingServer.shared();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.wire.bytes", "base64")
            .overrideConfigKey("quarkus.esign.wire.dates", "iso")
            .overrideConfigKey("quarkus.esign.wire.merge-fields", "pairs")
            .overrideConfigKey("quarkus.esign.wire.properties", "object")
            .overrideConfigKey("quarkus.esign.wire.authentication-numbers.kba-plus-password", "4")
            .overrideConfigKey("quarkus.esign.wire.length", "chunked");

    @Inject
    SigningSessions sessions;

    @Inject
    SessionSigners signers;

    @Test
    void everySettingIsSeenOnTheWire() throws IOException {
        SERVER.reset();
        byte[] document = new byte[100_000];
        sessions.create(NewSession.titled("T").expiresOn(Instant.parse("2026-12-11T00:00:00Z"))
                .documents(Document.of("a.docx", document).build())
                .signers(signer(1, SignerAuthentication.kbaPlusPassword("p")), signer(2, SignerAuthentication.kba())).build());

        Request request = SERVER.requests("create").get(0);
        assertThat(request.headers()).containsEntry("transfer-encoding", "chunked").doesNotContainKey("content-length");
        JsonNode session = new ObjectMapper().readTree(request.body()).get("session");
        assertThat(session.at("/SessionInfo/ExpiresOn").asText()).isEqualTo("2026-12-11T00:00:00Z");
        assertThat(Base64.getDecoder().decode(session.at("/Documents/0/FileBytes").textValue())).isEqualTo(document);
        assertThat(session.at("/Signers/0/MergeFieldMapping").toString())
                .isEqualTo("[{\"Key\":\"Company\",\"Value\":\"RED\"}]");
        assertThat(session.at("/Signers/0/Properties").toString()).isEqualTo("{\"DisableEditName\":\"1\"}");
        assertThat(session.at("/Signers/0/AuthMethod").isInt()).isTrue();
        assertThat(session.at("/Signers/0/AuthMethod").intValue()).isEqualTo(4);
        assertThat(session.at("/Signers/1/AuthMethod").asText()).isEqualTo("KBA");
    }

    @Test
    void signersAreWrittenAlikeInEveryCall() throws IOException {
        SERVER.reset();
        SERVER.answer("PUT /rest/v1/signers", RecordingServer.requestResponse("True"));
        signers.update(SessionId.of("s"), List.of(signer(1, SignerAuthentication.kbaPlusPassword("p"))));

        JsonNode signer = new ObjectMapper().readTree(SERVER.requests("PUT /rest/v1/signers").get(0).body())
                .at("/signers/0");
        assertThat(signer.at("/AuthMethod").intValue()).isEqualTo(4);
        assertThat(signer.at("/MergeFieldMapping").isArray()).isTrue();
        assertThat(signer.at("/Properties").isObject()).isTrue();
    }

    private static Signer signer(int number, SignerAuthentication authentication) {
        return Signer.as(SignerRole.seller(number)).name("First", "Last").email("s" + number + "@example.com")
                .authentication(authentication).mergeField("Company", "RED").nameLocked().build();
    }
}
