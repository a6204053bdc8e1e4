package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class GetSessionTest extends SandboxTest {

    @Test
    void tellsTheSession() {
        JsonNode created = createReady();

        JsonNode answer = client.get(created);

        assertThat(answer.fieldNames()).toIterable().containsExactly("Message", "Details", "SigningSessionId", "Sessions");
        assertThat(answer.path("Message").asText()).isEqualTo("Success");
        assertThat(answer.path("Sessions")).hasSize(1);
        JsonNode session = answer.path("Sessions").path(0);
        assertThat(session.path("SigningSessionId").asText()).isEqualTo(Client.id(created));
        assertThat(session.path("SessionInfo").path("ExpiresOn").isNull()).isTrue();
        assertThat(session.path("Signers").path(0).path("SigningSessionId").asText()).isEqualTo(Client.id(created));
        assertThat(session).isEqualTo(created.path("Sessions").path(0));
    }

    @ParameterizedTest
    @ValueSource(strings = { NO_GUID, "x", "%20", "" })
    void refusesAnUnknownId(String id) {
        JsonNode answer = Client.json(client.send(client.withToken("/rest/v1/sessions/x" + id)).body());

        assertThat(answer.path("Message").asText()).isEqualTo("Error");
        assertThat(Client.details(answer)).containsExactly("Error: Signing session not found.");
        assertThat(answer.path("Sessions").isNull()).isTrue();
    }

    @Test
    void aDraftExpiresAtTheStartOfTheChosenDayInUtc() {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'2026-11-23T18:00:00Z'", "", ""));

        clock.advance(Duration.ofHours(32).plusMinutes(29));
        assertThat(statusOf(created)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(statusOf(created)).isEqualTo(7);
    }

    @Test
    void aSessionForTodayExpiresAtTheChosenTime() {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'2026-11-21T18:00:00Z'", "", ""));

        assertThat(statusOf(created)).isEqualTo(1);
        clock.advance(Duration.ofHours(3));
        assertThat(statusOf(created)).isEqualTo(7);
    }

    @Test
    void aSentSessionExpiresToo() {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'2026-11-23'", DOCUMENT, SIGNER));
        client.start(created);
        assertThat(statusOf(created)).isEqualTo(2);

        clock.advance(Duration.ofDays(2));

        assertThat(statusOf(created)).isEqualTo(7);
        assertThat(client.start(created).toString()).contains("False", "Expired");
    }
}
