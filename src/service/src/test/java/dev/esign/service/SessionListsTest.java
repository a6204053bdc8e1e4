package dev.esign.service;

import static dev.esign.service.Api.assertProblem;
import static dev.esign.service.Api.created;
import static dev.esign.service.Api.problems;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.SigningParty;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Finding sessions, over HTTP, against the sandbox. */
@QuarkusTest
@WithEsignSandbox
class SessionListsTest {

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Test
    void findsSessionsByTheirTransactionId() {
        String transactionId = "order & co/" + UUID.randomUUID();
        String id = created(transactionId);

        JsonPath page = given().queryParam("transactionId", transactionId).get("/sessions").jsonPath();

        assertThat(page.<String, Object> getMap("")).containsOnlyKeys("sessions");
        assertThat(page.<String, Object> getMap("sessions[0]")).contains(entry("id", id), entry("status", "InDraft"),
                entry("title", "Purchase agreement"), entry("transactionId", transactionId)).containsKey("createdOn");
        assertThat(Instant.parse(page.getString("sessions[0].createdOn"))).isBefore(Instant.now().plusSeconds(60));
        assertThat(page.getList("sessions")).hasSize(1);
    }

    @Test
    void findsNothingWithoutAFuss() {
        Response page = given().queryParam("transactionId", UUID.randomUUID().toString()).get("/sessions");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("sessions")).isEmpty();
        assertThat(page.header("Link")).isNull();
    }

    @Test
    void turnsPages() {
        String transactionId = UUID.randomUUID().toString();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(created(transactionId));
        }

        List<String> read = new ArrayList<>();
        Response page = given().queryParam("transactionId", transactionId).queryParam("limit", 2).get("/sessions");
        for (int pages = 1; pages <= 3; pages++) {
            List<String> rows = page.jsonPath().getList("sessions.id");
            read.addAll(rows);
            assertThat(rows).hasSize(pages == 3 ? 1 : 2);
            String next = page.jsonPath().getString("next");
            if (pages == 3) {
                assertThat(next).isNull();
                assertThat(page.header("Link")).isNull();
            } else {
                Matcher link = Pattern.compile("<(http://[^>]+)>; ?rel=\"?next\"?").matcher(page.header("Link"));
                assertThat(link.matches()).as(page.header("Link")).isTrue();
                assertThat(link.group(1)).contains("limit=2", "next=" + next);
                page = given().urlEncodingEnabled(false).get(link.group(1));
            }
        }
        assertThat(read).containsExactlyElementsOf(ids);
    }

    @Test
    void readsListsThatAreLongerThanAPageOfESigns() {
        String transactionId = UUID.randomUUID().toString();
        for (int i = 0; i < 51; i++) {
            Api.post("/sessions", "{\"title\": \"x\", \"transactionId\": \"" + transactionId + "\"}");
        }

        JsonPath first = given().queryParam("transactionId", transactionId).get("/sessions").jsonPath();
        JsonPath second = given().queryParam("transactionId", transactionId).queryParam("next", first.getString("next"))
                .get("/sessions").jsonPath();
        JsonPath all = given().queryParam("transactionId", transactionId).queryParam("limit", 200).get("/sessions").jsonPath();

        assertThat(first.getList("sessions")).hasSize(50);
        assertThat(second.getList("sessions")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        assertThat(all.getList("sessions.id")).hasSize(51).doesNotHaveDuplicates().contains(second.getString("sessions[0].id"));
    }

    @Test
    void readsTheListsThatESignKeeps() {
        String deleted = created();
        given().delete("/sessions/" + deleted);
        String expired = created();
        assertThat(Api.patch("/sessions/" + expired,
                "{\"expiresOn\": \"%s\"}".formatted(LocalDate.now(ZoneOffset.UTC).plusDays(1))).statusCode()).isEqualTo(204);
        SigningParty.of(sandbox, expired).letExpire();

        assertThat(given().get("/sessions?list=deleted").jsonPath().getList("sessions.id")).contains(deleted)
                .doesNotContain(expired);
        assertThat(given().get("/sessions?list=expired").jsonPath().getList("sessions.id")).contains(expired)
                .doesNotContain(deleted);
        assertThat(given().get("/sessions?list=archived").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "limit=1, -, 'give either transactionId or list'",
            "transactionId=a&list=archived, -, 'give either transactionId or list'",
            "transactionId=%20, transactionId, 'is blank; give the one that the sessions were created with'",
            "list=all, list, 'is not one of archived, expired, deleted'",
            "list=archived&limit=0, limit, is not a number from 1 to 200",
            "list=archived&limit=201, limit, is not a number from 1 to 200",
            "list=archived&limit=x, limit, is not a number from 1 to 200",
            "list=archived&next=x, next, isn't one that this service gave; leave it out to begin anew" })
    void saysWhatIsWrongWithTheParameters(String query, String field, String problem) {
        Response refused = given().urlEncodingEnabled(false).get("/sessions?" + query);

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(entry(field, problem));
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThat(problems(given().get("/sessions?limit=x&next=%21&list=x"))).containsOnlyKeys("limit", "next", "list");
    }
}
