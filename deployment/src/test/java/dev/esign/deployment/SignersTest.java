package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.refused;
import static dev.esign.deployment.RecordingServer.requestResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import dev.esign.InviteToken;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.ReactiveSessionSigners;
import dev.esign.SessionSigners;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import dev.esign.model.UploadedDocument;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.test.QuarkusUnitTest;

/** Signers are sent as documented, whatever the application does with its own JSON, and their tokens stay secret. */
class SignersTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SessionId ID = SessionId.of("x");
    private static final URI BACK = URI.create("https://example.com/");
    private static final String UPDATE = "PUT /rest/v1/signers";
    private static final String INVITE = "PUT /rest/v1/signers/invite";
    private static final String TOKEN = "GET /rest/v1/signers/s%2F1/token";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, OwnJson.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com");

    /** Settings that would spoil every body. */
    @Singleton
    static class OwnJson implements ObjectMapperCustomizer {

        @Override
        public void customize(ObjectMapper mapper) {
            mapper.enable(SerializationFeature.WRAP_ROOT_VALUE).setSerializationInclusion(JsonInclude.Include.ALWAYS)
                    .enable(SerializationFeature.INDENT_OUTPUT);
        }
    }

    @Inject
    SessionSigners signers;

    @Inject
    ReactiveSessionSigners reactive;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void anUpdateSendsSignersWhole() throws IOException {
        SERVER.answer(UPDATE, "{\"Message\":\"Success\"}");
        signers.update(ID, List.of(signer().authentication(SignerAuthentication.password("p-1")).build()));

        Request request = single(UPDATE);
        assertThat(request.target()).isEqualTo("/rest/v1/signers");
        assertThat(request.headers()).containsEntry("content-type", "application/json")
                .containsEntry("content-length", String.valueOf(request.body().length()));
        assertThat(request.body()).doesNotContain("\n");
        assertThat(body(UPDATE)).isEqualTo(JSON.readTree("{\"username\":\"owner@example.com\",\"signingSessionId\":\"x\","
                + "\"signers\":[{\"SignerId\":\"s/1\",\"SignerRole\":\"Seller 1\",\"FirstName\":\"Ann\",\"LastName\":\"Lee\","
                + "\"EmailAddress\":\"ann@example.com\",\"Sequence\":0,\"AuthMethod\":\"Password\",\"AuthMethods\":[],"
                + "\"AuthenticationSettings\":{\"Password\":\"p-1\"},\"Properties\":[]}]}"));
    }

    @Test
    void anInvitationSendsWhatTheDocumentedExampleSends() throws IOException {
        SERVER.answer(INVITE, requestResponse("True")).answer(INVITE, "{\"Message\":\"Success\"}");
        signers.invite(ID, List.of(signer().codes(0, 1).build()), BACK);

        assertThat(single(INVITE).headers()).containsEntry("content-type", "application/json");
        assertThat(body(INVITE)).isEqualTo(JSON.readTree("{\"signerList\":[{\"SignerId\":\"s/1\",\"Sequence\":0,"
                + "\"FirstName\":\"Ann\",\"LastName\":\"Lee\",\"EmailAddress\":\"ann@example.com\",\"StateCode\":0,"
                + "\"StatusCode\":1}],\"signingSessionId\":\"x\",\"returnURL\":\"https://example.com/\"}"));

        reactive.invite(ID, List.of(signer().build()), BACK).await().indefinitely();
        assertThat(JSON.readTree(SERVER.requests(INVITE).get(1).body()).at("/signerList/0").has("StatusCode")).isFalse();
    }

    @Test
    void whatIsMissingIsNamedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> signers.invite(ID, List.of(signer().build()))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quarkus.esign.return-url");
        assertThatThrownBy(() -> signers.invite(ID, List.of(), BACK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> signers.update(ID, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> signers.inviteToken(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> signers.uploadedDocuments(ID, " ").toList()).isInstanceOf(IllegalArgumentException.class);
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void aRefusalHasEsignsTextsAndALostAnswerIsNotRepeated() {
        List<Signer> one = List.of(signer().build());
        SERVER.answer(INVITE, refused("already signed")).answer(UPDATE, refused("no"));
        assertThatThrownBy(() -> signers.invite(ID, one, BACK)).isInstanceOf(ValidationException.class)
                .hasMessageContaining("already signed");
        assertThatThrownBy(() -> signers.update(ID, one)).isInstanceOf(ValidationException.class);

        SERVER.reset();
        SERVER.answer(INVITE, DROP).answer(UPDATE, DROP);
        assertThatThrownBy(() -> signers.invite(ID, one, BACK)).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> signers.update(ID, one)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(SERVER.requests(INVITE)).hasSize(1);
        assertThat(SERVER.requests(UPDATE)).hasSize(1);
    }

    @Test
    void anInviteTokenIsASecret() {
        SERVER.answer(TOKEN, requestResponse("SECRET")).answer(TOKEN, requestResponse(""));

        InviteToken token = signers.inviteToken("s/1");
        assertThat(token.reveal()).isEqualTo("SECRET");
        assertThat(token).hasToString("***");
        assertThat(single(TOKEN).target()).isEqualTo("/rest/v1/signers/s%2F1/token");
        assertThatThrownBy(() -> signers.inviteToken("s/1")).isInstanceOf(ProtocolException.class);
    }

    @Test
    void uploadedDocumentsComeInPages() {
        String page = "/rest/v1/signer/docs/owner%40example.com/x/s%2F1/";
        SERVER.answer("GET " + page + "0/50", "{\"TotalCount\":3,\"SignerDocuments\":[{\"Title\":\"Passport\",\"Size\":7},"
                + "{\"Title\":\"Bill\"}]}").answer("GET " + page + "1/50", "{\"TotalCount\":3,\"Other\":[{\"a\":{}}]}");

        List<UploadedDocument> documents = signers.uploadedDocuments(ID, "s/1").toList();

        assertThat(documents).hasSize(3).first().satisfies(document -> {
            assertThat(document.title()).contains("Passport");
            assertThat(document.members()).containsEntry("Size", "7");
            assertThat(document.toString()).doesNotContain("Passport");
        });
        assertThat(SERVER.requests()).extracting(Request::target).filteredOn(target -> target.startsWith(page))
                .containsExactly(page + "0/50", page + "1/50");

        SERVER.answer("GET " + page + "0/50", "{\"TotalCount\":0,\"SignerDocuments\":[]}");
        assertThat(reactive.uploadedDocuments(ID, "s/1").collect().asList().await().indefinitely()).isEmpty();
    }

    private static Signer.Builder signer() {
        return Signer.as(SignerRole.seller(1)).id("s/1").name("Ann", "Lee").email("ann@example.com").sequence(0);
    }

    private static Request single(String operation) {
        assertThat(SERVER.requests(operation)).hasSize(1);
        return SERVER.requests(operation).get(0);
    }

    private static JsonNode body(String operation) throws IOException {
        return JSON.readTree(single(operation).body());
    }
}
