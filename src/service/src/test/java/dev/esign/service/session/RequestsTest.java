package dev.esign.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.service.session.SessionDetails.SignerDetails;

class RequestsTest {

    @Test
    void requestsShowNothingPersonalAndNoSecret() throws Exception {
        String body = """
                {"title": "secret", "message": "secret", "password": "secret",
                 "copyTo": {"delivery": "links", "emails": ["secret@example.com"]},
                 "documents": [{"fileName": "secret", "content": "c2VjcmV0"}],
                 "signers": [{"role": "Seller 1", "firstName": "secret", "lastName": "secret", "email": "secret@example.com",
                   "authentication": {"method": "password", "password": "secret", "phoneNumber": "secret"},
                   "mergeFields": {"a": "secret"}, "properties": {"a": "secret"}}]}
                """;
        ObjectMapper json = new ObjectMapper();
        CreateSessionRequest create = json.readValue(body, CreateSessionRequest.class);
        SignerRequest signer = create.signers().get(0);

        assertThat(create).hasToString("CreateSessionRequest[documents=1, signers=1]");
        assertThat(json.readValue(body, UpdateSessionRequest.class))
                .hasToString("UpdateSessionRequest[documents=1, signers=1]");
        assertThat(List.of(create.copyTo(), create.documents().get(0), signer, signer.authentication(),
                new StartSessionRequest("https://secret.example.com"),
                new SignerDetails("id", "role", "secret", "secret", "secret", "Invited"),
                new SessionDetails("id", "InSent", "secret", "secret", null, List.of(), List.of())))
                .noneMatch(request -> request.toString().contains("secret"));
    }
}
