package dev.esign.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are read in every spelling of the documentation; what isn't one is told without quoting it. */
class AnswerReaderTest {

    private static final String ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    @ParameterizedTest
    @ValueSource(strings = { "{\"ReturnValue\":\"True\",\"Message\":\"Success\",\"Details\":[]}",
            "{\"returnValue\":true,\"message\":\"Success\",\"details\":null}",
            "{\"StartSessionResult\":{\"ReturnValue\":\"True\",\"Message\":\"Success\"}}",
            "{\"RETURNVALUE\":\"True\",\"Message\":\"Success\",\"Unknown\":{\"a\":[1]}}" })
    void aRequestResponse(String json) throws IOException {
        assertThat(read(RequestResponse.class, json)).isEqualTo(new RequestResponse("Success", List.of(), "True"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", " null ", "{\"StartSessionResult\":null}" })
    void nothingIsNull(String json) throws IOException {
        assertThat(read(RequestResponse.class, json)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"Message\":\"Error\"}", "{\"ReturnValue\":\"False\"}", "{\"ReturnValue\":false}",
            "{\"Details\":[\"no\"]}", "{\"Details\":\"no\"}", "{\"Message\":\"error\",\"ReturnValue\":\"True\"}" })
    void anErrorInsideHttp200(String json) throws IOException {
        assertThat(read(RequestResponse.class, json).isError()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"Message\":\"Success\",\"Details\":[\"a remark\"]}", "{\"ReturnValue\":\"True\"}" })
    void noError(String json) throws IOException {
        assertThat(read(RequestResponse.class, json).isError()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"SigningSessionId\":\"ID\",\"Sessions\":[{\"SessionInfo\":{\"Title\":\"T\"}}]}",
            "{\"signingSessionID\":\"ID\",\"Session\":{\"SessionInfo\":{\"Title\":\"T\"}}}",
            "{\"SigningSessionId\":\"ID\",\"SomeOtherName\":[{\"SessionInfo\":{\"Title\":\"T\"}}]}",
            "{\"Id\":\"ID\",\"SessionInfo\":{\"Title\":\"T\"}}" })
    void aSessionResponse(String json) throws IOException {
        SessionResponse answer = (SessionResponse) read(SessionResponse.class, json.replace("\"ID\"", "\"" + ID + "\""));

        assertThat(answer.signingSessionId()).isEqualTo(ID);
        assertThat(answer.sessions()).singleElement()
                .satisfies(session -> assertThat(session.at("/SessionInfo/Title").asText()).isEqualTo("T"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"TotalCount\":\"7\",\"Sessions\":[{\"a\":1}],\"Others\":[2],\"Details\":[]}",
            "{\"totalCount\":7,\"Details\":[\"a remark\"],\"Message\":\"Success\",\"NobodyKnowsThisName\":[{\"a\":1}]}",
            "{\"GetArchivedSessionsResult\":{\"TotalCount\":7,\"sessioninfolite\":[{\"a\":1},null]}}" })
    void aPage(String json) throws IOException {
        PageResponse answer = (PageResponse) read(PageResponse.class, json);

        assertThat(answer.totalCount()).isEqualTo(7);
        assertThat(answer.rows()).singleElement().satisfies(row -> assertThat(row.get("a").asInt()).isEqualTo(1));
        assertThat(answer.isError()).isFalse();
    }

    @Test
    void anArrayIsNotGuessedWhenThereAreSeveral() throws IOException {
        PageResponse answer = (PageResponse) read(PageResponse.class, "{\"One\":[1],\"Two\":[2]}");

        assertThat(answer.rows()).isEmpty();
        assertThat(answer.totalCount()).isNull();
    }

    @Test
    void usersAndLogs() throws IOException {
        assertThat(((UserResponse) read(UserResponse.class, "{\"Users\":[{\"a\":1}],\"Groups\":[]}")).users()).hasSize(1);
        assertThat(((UserResponse) read(UserResponse.class, "{\"User\":{\"a\":1}}")).users()).hasSize(1);
        assertThat(((ActionLogResponse) read(ActionLogResponse.class, "{\"ActionLog\":[{},{}]}")).entries()).hasSize(2);
        assertThat(read(UserResponse.class, "{\"Message\":\"Error\"}").isError()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html>SECRET</html>", "{\"ReturnValue\":\"SECRET", "SECRET", "[\"SECRET\"]", "\"SECRET\"" })
    void whatIsNoAnswerIsNotQuoted(String text) {
        assertThatThrownBy(() -> read(RequestResponse.class, text)).isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining(text.length() + " bytes").hasNoCause().message().doesNotContain("SECRET");
    }

    @Test
    void neitherTokenNorSessionIsInToString() throws IOException {
        assertThat(read(RequestResponse.class, "{\"ReturnValue\":\"SECRET\"}").toString()).doesNotContain("SECRET");
        assertThat(read(SessionResponse.class, "{\"Sessions\":[{\"SessionInfo\":{\"Title\":\"SECRET\"}}]}").toString())
                .doesNotContain("SECRET");
        assertThat(read(UserResponse.class, "{\"Users\":[\"SECRET\"]}").toString()).doesNotContain("SECRET");
        assertThat(read(ActionLogResponse.class, "{\"Actionlog\":[\"SECRET\"]}").toString()).doesNotContain("SECRET");
        assertThat(read(PageResponse.class, "{\"Sessions\":[\"SECRET\"]}").toString()).doesNotContain("SECRET");
    }

    private static Answer read(Class<? extends Answer> type, String json) throws IOException {
        return AnswerReader.read(type, json.getBytes(StandardCharsets.UTF_8));
    }
}
