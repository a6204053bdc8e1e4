package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerRole;
import dev.esign.model.SignerStatus;
import dev.esign.rest.SessionResponse;

/** A session is read as far as the answer tells of it. */
class SessionReaderTest {

    private static final SessionId ASKED = SessionId.of("asked");

    @ParameterizedTest
    @ValueSource(strings = { "{\"SessionInfo\":{\"StatusCode\":2}}", "{\"StatusCode\":2,\"SessionInfo\":{}}",
            "{\"Status\":\"InSent\"}", "{\"SessionInfo\":{\"status\":\"2\"}}",
            "{\"sessionInfo\":{\"SessionStatus\":\"insent\"}}" })
    void theStatusWhereverItStands(String json) throws IOException {
        assertThat(read(json).status()).contains(SessionStatus.IN_SENT);
    }

    @Test
    void anUnknownStatusIsKept() throws IOException {
        assertThat(read("{\"StatusCode\":42}").status()).contains(new SessionStatus(42)).map(SessionStatus::name)
                .contains("Status 42");
    }

    @Test
    void everythingThatIsThere() throws IOException {
        Session session = read("{\"Id\":\"x\",\"SessionInfo\":{\"Title\":\"T\",\"TransactionId\":\"deal\",\"ExpiresOn\":"
                + "\"\\/Date(1796947200000)\\/\"},\"Documents\":[{\"FileName\":\"a.docx\",\"HasAnchorTags\":true}],\"Signers\":"
                + "[{\"SignerID\":\"s\",\"SignerRole\":\"Seller 1\",\"LastName\":\"L\",\"EmailAddress\":\"e@x.y\",\"StatusCode\":2}]}");

        assertThat(session.id()).isEqualTo(SessionId.of("x"));
        assertThat(session.title()).contains("T");
        assertThat(session.transactionId()).contains("deal");
        assertThat(session.expiresOn()).contains(Instant.ofEpochMilli(1796947200000L));
        assertThat(session.documents()).containsExactly(
                new Session.HeldDocument(Optional.of("a.docx"), true));
        assertThat(session.signers()).singleElement().satisfies(signer -> {
            assertThat(signer.id()).contains("s");
            assertThat(signer.role()).contains(SignerRole.seller(1));
            assertThat(signer.firstName()).isEmpty();
            assertThat(signer.status()).contains(SignerStatus.INVITED);
        });
        assertThat(session.toString()).doesNotContain("e@x.y", "T,");
    }

    @Test
    void whatNobodyDocumentsIsKept() throws IOException {
        Session session = read(
                "{\"Id\":\"x\",\"Surprise\":{\"a\":[1,null]},\"Signers\":[{\"StatusCode\":\"Declined\"},{\"StatusCode\":42}]}");

        assertThat(session.members()).containsEntry("Surprise", "{\"a\":[1,null]}");
        assertThat(session.signers()).extracting(signer -> signer.status().orElseThrow())
                .containsExactly(SignerStatus.DECLINED, new SignerStatus(42));
        assertThat(new SignerStatus(42)).hasToString("Status 42");
    }

    @Test
    void nothingIsThere() throws IOException {
        assertThat(read("{}")).isEqualTo(new Session(ASKED, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), Map.of()));
        assertThat(SessionReader.read(ASKED, new SessionResponse(null, List.of(), null, null, List.of())).id())
                .isEqualTo(ASKED);
    }

    private static Session read(String json) throws IOException {
        JsonNode node = new ObjectMapper().readTree(json);
        return SessionReader.read(ASKED, new SessionResponse("Success", List.of(), null, null, List.of(node)));
    }
}
