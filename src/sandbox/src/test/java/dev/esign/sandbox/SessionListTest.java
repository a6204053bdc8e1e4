package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.session.Sessions;

/** Sessions are found by the caller's transaction id, page by page. */
class SessionListTest extends SandboxTest {

    @Test
    void findsTheSessionsOfATransactionInPages() {
        for (String title : new String[] { "B", "A", "C" }) {
            client.create(body("'Title':'" + title + "','TransactionId':'deal 1'", "", ""));
        }
        client.create(body("'Title':'other','TransactionId':'deal 2'", "", ""));

        JsonNode first = list("deal%201/2/0", "Title", "asc");
        assertThat(first.path("TotalCount").intValue()).isEqualTo(3);
        assertThat(first.path("Sessions").findValuesAsText("Title")).containsExactly("A", "B");
        assertThat(first.path("Sessions").path(0).path("StatusCode").intValue()).isEqualTo(1);
        assertThat(first.path("Sessions").path(0).path("CreatedOn").asText()).startsWith("/Date(");
        assertThat(list("deal%201/2/1", "Title", "asc").path("Sessions").findValuesAsText("Title")).containsExactly("C");
        assertThat(list("deal%201/50/0", "Title", "desc").path("Sessions").findValuesAsText("Title"))
                .containsExactly("C", "B", "A");
        assertThat(list("deal%203/50/0", "CreatedOn", "asc").path("TotalCount").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "x/51/0", "x/0/0", "x/a/0", "x/50/-1" })
    void refusesPagesThatAreNone(String page) {
        assertThat(list(page, "Title", "asc").path("Message").asText()).isEqualTo("Error");
    }

    @Test
    void refusesColumnsAndOrdersThatAreNotDocumented() {
        assertThat(list("x/50/0", "Password", "asc").path("Message").asText()).isEqualTo("Error");
        assertThat(list("x/50/0", "Title", "up").path("Message").asText()).isEqualTo("Error");
    }

    private JsonNode list(String page, String column, String order) {
        return client.list("/rest/v1/sessions/lite/owner%40example.com/" + page + "/sortBy?colName=" + column + "&sortOrder="
                + order);
    }
}
