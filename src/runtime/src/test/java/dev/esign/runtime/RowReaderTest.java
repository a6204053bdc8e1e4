package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.ProtocolException;
import dev.esign.model.ActionLogEntry;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import dev.esign.model.User;
import dev.esign.model.UserStatus;

/** Rows of lists and users are read in any likely spelling, and what isn't understood isn't lost. */
class RowReaderTest {

    private static final FailedCall CALL = FailedCall.of(Operation.GET_ARCHIVED_SESSIONS);

    @ParameterizedTest
    @ValueSource(strings = { "{\"SigningSessionId\":\"x\",\"StatusCode\":9,\"Title\":\"T\"}",
            "{\"id\":\"x\",\"statusCode\":\"9\",\"title\":\"T\"}", "{\"Id\":\"x\",\"Status\":\"Archived\",\"Title\":\"T\"}",
            "{\"SessionInfo\":{\"SigningSessionId\":\"x\",\"StatusCode\":9,\"Title\":\"T\"}}" })
    void aSession(String json) throws IOException {
        SessionSummary row = RowReader.session(CALL, tree(json));

        assertThat(row.id()).isEqualTo(SessionId.of("x"));
        assertThat(row.status()).contains(SessionStatus.ARCHIVED);
        assertThat(row.title()).contains("T");
    }

    @Test
    void aBareIdIsASessionToo() throws IOException {
        SessionSummary row = RowReader.session(CALL, tree("\"x\""));

        assertThat(row.id()).isEqualTo(SessionId.of("x"));
        assertThat(row.status()).isEmpty();
        assertThat(row.title()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"Id\":\" \"}", "\"\"", "7" })
    void aSessionWithoutAnIdIsAFailure(String json) throws IOException {
        JsonNode row = tree(json);
        assertThatThrownBy(() -> RowReader.session(CALL, row)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"Date\":\"\\/Date(1796947200000)\\/\",\"IPAddress\":\"192.0.2.1\",\"Description\":\"d\"}",
            "{\"actionDate\":\"2026-12-11T00:00:00+00:00\",\"ipAddress\":\"192.0.2.1\",\"action\":\"d\"}" })
    void aLogEntry(String json) throws IOException {
        ActionLogEntry entry = RowReader.logEntry(tree(json));

        assertThat(entry.date()).contains(Instant.ofEpochMilli(1796947200000L));
        assertThat(entry.ipAddress()).contains("192.0.2.1");
        assertThat(entry.description()).contains("d");
        assertThat(entry.members()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"SystemUserId\":\"u\",\"StatusCode\":0,\"SubscriptionTypes\":\"Annual\"}",
            "{\"systemUserID\":\"u\",\"status\":\"inactive\",\"SubscriptionType\":\"Annual\",\"Username\":\"\"}" })
    void aUser(String json) throws IOException {
        User user = UserReader.read(tree(json)).orElseThrow();

        assertThat(user.systemUserId()).contains("u");
        assertThat(user.username()).isEmpty();
        assertThat(user.status()).contains(UserStatus.INACTIVE);
        assertThat(user.subscriptionType()).contains("Annual");
    }

    @Test
    void aUserWithoutNameAndIdIsNone() throws IOException {
        assertThat(UserReader.read(tree("{\"FirstName\":\"Ann\"}"))).isEmpty();
        assertThat(UserReader.read(tree("{\"Username\":\"a@b.c\",\"StatusCode\":\"?\"}")).orElseThrow().status()).isEmpty();
    }

    private static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
