package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class ControlTest extends SandboxTest {

    @Test
    void tellsTheStateOfTheSandbox() {
        createReady();
        sandbox.faults().always().of("GetToken").answerNull();

        JsonNode state = get("/_sandbox");

        assertThat(state.path("url").asText()).isEqualTo(sandbox.url().toString());
        assertThat(state.path("now").asText()).isEqualTo(MutableClock.NOW.toString());
        assertThat(state.path("sessions").asInt()).isOne();
        assertThat(state.path("faults").asInt()).isOne();
        assertThat(state.path("requests").asInt()).isEqualTo(3);
        assertThat(state.path("settings").path("tagProcessing").asText()).isEqualTo("PT3S");
        assertThat(StreamSupport.stream(state.path("operations").spliterator(), false).map(JsonNode::asText))
                .contains("CreateSession", "GetSessionFiles", "GetSessionsByTransactionIdMetadata").doesNotContain("");
    }

    @Test
    void setsFaultsUpAndRemovesThem() {
        JsonNode fault = post("/_sandbox/faults", "{'fault':'status','next':2,'of':['GetLandingURL'],'status':503,"
                + "'retryAfter':'2s'}", 201);

        assertThat(fault.path("description").asText()).isEqualTo("next 2 of GetLandingURL: status 503, Retry-After 2 s");
        HttpResponse<String> hit = client.get("/rest/v1/landingurl");
        assertThat(hit.statusCode()).isEqualTo(503);
        assertThat(hit.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(get("/_sandbox/faults").path("faults")).hasSize(1);
        String path = "/_sandbox/faults/" + fault.path("id").asLong();
        assertThat(get(path).toString()).contains("\"hits\":1").contains("\"active\":true");

        assertThat(delete(path).path("active").asBoolean(true)).isFalse();
        assertThat(client.get("/rest/v1/landingurl").statusCode()).isEqualTo(200);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aFaultThatHasEndedStillTellsItsHits() {
        JsonNode fault = post("/_sandbox/faults", "{'fault':'answerNull','next':1,'of':['EncryptString']}", 201);
        client.get("/rest/v1/encrypt/a/b");

        assertThat(get("/_sandbox/faults").path("faults")).isEmpty();
        assertThat(get("/_sandbox/faults/" + fault.path("id").asLong()).toString()).contains("\"hits\":1")
                .contains("\"active\":false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'fault':'lag','time':'50ms'}|always of any method: lag of 50 ms",
            "{'fault':'lag','shortest':'0s','longest':'PT1S','afterTheWork':true}|always of any method, after the work: lag of 0 s to 1 s",
            "{'fault':'trickle','bytes':10,'every':'5ms'}|always of any method: answer at 10 bytes every 5 ms",
            "{'fault':'silence'}|always of any method: no answer, connection dropped after 300 s",
            "{'fault':'silence','longest':'2m'}|always of any method: no answer, connection dropped after 120 s",
            "{'fault':'dropTheConnection'}|always of any method: connection dropped",
            "{'fault':'loseTheAnswer'}|always of any method, after the work: connection dropped",
            "{'fault':'truncateTheAnswer','bytes':5}|always of any method: answer cut off after 5 bytes",
            "{'fault':'status','status':429,'retryAfter':'1s','retryAfterAs':'date'}|always of any method: status 429, Retry-After 1 s as a date",
            "{'fault':'answer','status':200,'contentType':'text/plain','body':'abc'}|always of any method: status 200 with 3 characters of text/plain",
            "{'fault':'answerNull','probability':0.25,'seed':9}|always of any method, with probability 0.25 (seed 9): answer null",
            "{'fault':'answerErrors','texts':['a','b']}|always of any method: answer Error: a / b",
            "{'fault':'notReady','next':3}|next 3 of StartSession: answer Error: The documents are not ready: anchor tags are still being processed.",
            "{'fault':'tokensExpireAfter','lifetime':'0s'}|always of GetToken, GetTokenUserNamePassword: tokens that expire after 0 s" })
    void knowsEveryKindOfFault(String body, String description) {
        assertThat(post("/_sandbox/faults", body, 201).path("description").asText()).isEqualTo(description);
    }

    @ParameterizedTest
    @ValueSource(strings = { "answerHtml", "answerGarbage" })
    void knowsTheKindsWithoutSettings(String kind) {
        assertThat(post("/_sandbox/faults", "{'fault':'" + kind + "'}", 201).path("active").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|\"fault\" must be a text",
            "{'fault':'nap'}|\"fault\" must be one of lag, trickle",
            "{'fault':'answerNull','bytes':1}|\"bytes\" is unknown here; known are afterTheWork, fault, next, of, probability, seed",
            "{'fault':'answerNull','next':0}|at least 1",
            "{'fault':'answerNull','next':1.5}|\"next\" must be a whole number",
            "{'fault':'answerNull','of':'GetToken'}|\"of\" must be an array of texts",
            "{'fault':'answerNull','of':['GetTokens']}|\"GetTokens\" is unknown",
            "{'fault':'answerNull','probability':2}|probability must be above 0",
            "{'fault':'answerNull','seed':2}|\"seed\" goes with \"probability\"",
            "{'fault':'answerNull','afterTheWork':'yes'}|\"afterTheWork\" must be true or false",
            "{'fault':'lag'}|either \"time\"",
            "{'fault':'lag','time':'soon'}|\"time\" can't be used",
            "{'fault':'status','status':200}|between 400 and 599",
            "{'fault':'status','status':503,'retryAfterAs':'date'}|goes with \"retryAfter\"",
            "{'fault':'answerNull','fault':'lag'}|well-formed",
            "[]|must be a JSON object",
            "{'fault'|well-formed" })
    void namesTheMemberTheProblemAndTheFix(String body, String message) {
        assertThat(post("/_sandbox/faults", body, 400).path("error").asText()).contains(message);
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @Test
    void showsTheJournalAndClearsIt() {
        sandbox.faults().next(1).of("CreateSession").loseTheAnswer();
        try {
            client.create(body("'Title':'Offer','Password':'s3cret'", DOCUMENT, SIGNER));
        } catch (RuntimeException lost) {
            assertThat(lost).hasRootCauseInstanceOf(IOException.class);
        }

        JsonNode journal = get("/_sandbox/journal?operation=CreateSession");

        assertThat(journal.path("last").asLong()).isEqualTo(3);
        assertThat(journal.path("requests")).hasSize(1);
        JsonNode entry = journal.path("requests").path(0);
        assertThat(entry.path("id").asLong()).isEqualTo(3);
        assertThat(entry.path("at").asText()).isEqualTo(MutableClock.NOW.toString());
        assertThat(entry.path("template").asText()).isEqualTo("rest/v1/sessions");
        assertThat(entry.path("headers").path("content-type").path(0).asText()).isEqualTo("application/json");
        assertThat(entry.path("body").path("session").path("SessionInfo").path("Title").asText()).isEqualTo("Offer");
        assertThat(entry.path("form").toString()).contains("\"transfer\":\"length\"", "\"fileBytes\":\"numbers\"");
        assertThat(entry.path("answer").toString()).isEqualTo(json("{'status':0,'summary':'','delivery':'dropped'}"));
        assertThat(entry.path("milliseconds").asDouble()).isPositive();
        assertThat(entry.path("faults").path(0).asText()).endsWith("after the work: connection dropped");
        assertThat(journal.toString()).doesNotContain("s3cret");
        assertThat(get("/_sandbox/journal?since=2").path("requests")).hasSize(1);

        assertThat(delete("/_sandbox/journal").path("requests")).isEmpty();
        assertThat(get("/_sandbox/journal").path("requests")).isEmpty();
    }

    @Test
    void waitsForWhatIsWanted() throws Exception {
        CompletableFuture<JsonNode> awaited = CompletableFuture
                .supplyAsync(() -> get("/_sandbox/journal?operation=GetLandingURL&wait=20s"));
        client.get("/rest/v1/encrypt/a/b");
        sandbox.journal().await(1, "EncryptString", Duration.ofMinutes(2));
        assertThat(awaited).isNotDone();

        client.get("/rest/v1/landingurl");

        assertThat(awaited.get().path("requests")).hasSize(1);
        assertThat(get("/_sandbox/journal?since=2&wait=1ms").path("last").asLong()).isEqualTo(2);
        assertThat(client.get("/_sandbox/journal?wait=31s").statusCode()).isEqualTo(400);
        assertThat(client.get("/_sandbox/journal?since=-1").statusCode()).isEqualTo(400);
    }

    @Test
    void movesTheClock() {
        assertThat(post("/_sandbox/clock", "{'advance':'2h'}", 200).path("now").asText())
                .isEqualTo(MutableClock.NOW.plus(Duration.ofHours(2)).toString());
        assertThat(post("/_sandbox/clock", "{'set':'2026-12-11T00:00:00Z'}", 200)).isEqualTo(get("/_sandbox/clock"));

        assertThat(sandbox.clock().now()).isEqualTo("2026-12-11T00:00:00Z");
        assertThat(post("/_sandbox/clock", "{'set':'2026-01-01T00:00:00Z'}", 400).path("error").asText()).contains("back");
        assertThat(post("/_sandbox/clock", "{'set':'soon'}", 400).path("error").asText()).contains("2026-12-11T00:00:00Z");
        assertThat(post("/_sandbox/clock", "{}", 400).path("error").asText()).contains("either");
    }

    @Test
    void forgetsEverything() {
        JsonNode created = createReady();
        client.call("POST", "/rest/v1/users", json("{'salt':'s','user':{'Username':'new@example.com','FirstName':'N',"
                + "'LastName':'U','Password':'" + client.encrypt("p", "s") + "'}}"));
        assertThat(userAnswer()).contains("Success");
        String token = client.token();
        sandbox.faults().always().of("StartSession").answerNull();

        JsonNode state = post("/_sandbox/reset", "{}", 200);

        assertThat(state.path("sessions").asInt(-1)).isZero();
        assertThat(state.path("faults").asInt(-1)).isZero();
        assertThat(state.path("requests").asInt(-1)).isZero();
        assertThat(client.send(client.request("/rest/v1/landingurl").header("Authorization", token)).body()).isEqualTo("null");
        assertThat(Client.details(client.get(created))).containsExactly("Error: Signing session not found.");
        assertThat(userAnswer()).contains("Error");
        assertThat(createReady().path("Message").asText()).isEqualTo("Success");
    }

    @ParameterizedTest
    @CsvSource({ "rebound.example.com,,,403", "127.0.0.1.example.com,,,403", "localhost:1,,,201", "[::1]:80,,,201",
            "127.0.0.1,http://127.0.0.1,,201", "127.0.0.1,http://example.com,,403", "127.0.0.1,null,,403",
            "127.0.0.1:1,http://127.0.0.1:2,,403", "127.0.0.1,,cross-site,403", "127.0.0.1,,same-site,403",
            "127.0.0.1,,same-origin,201", "127.0.0.1,,none,201" })
    void otherSitesCannotControlIt(String host, String origin, String site, int status) throws IOException {
        String answer = RawClient.exchange(sandbox.port(), "POST /_sandbox/faults HTTP/1.1\r\nHost: " + host
                + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 22\r\n"
                + (origin == null ? "" : "Origin: " + origin + "\r\n")
                + (site == null ? "" : "Sec-Fetch-Site: " + site + "\r\n")
                + "\r\n" + json("{'fault':'answerNull'}")).text();

        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("Access-Control");
        assertThat(sandbox.faults().active()).hasSize(status == 201 ? 1 : 0);
    }

    @Test
    void otherSitesCannotReadIt() throws IOException {
        assertThat(RawClient.exchange(sandbox.port(),
                "GET /_sandbox/journal HTTP/1.1\r\nHost: rebound.example.com\r\nConnection: close\r\n\r\n").text())
                .startsWith("HTTP/1.1 403");
        assertThat(client.send(client.request("/_sandbox/faults").method("OPTIONS", BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data" })
    void formsCannotControlIt(String contentType) {
        HttpResponse<String> withBody = client.send(client.request("/_sandbox/faults").header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(json("{'fault':'answerNull'}"))));
        HttpResponse<String> without = client.send(client.request("/_sandbox/reset").header("Content-Type", contentType)
                .POST(BodyPublishers.noBody()));

        assertThat(withBody.statusCode()).isBetween(400, 415);
        assertThat(without.statusCode()).isEqualTo(415);
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @Test
    void tooManyFaultsAreAConflict() {
        for (int i = 0; i < 1_000; i++) {
            sandbox.faults().always().of("UpdateSession").answerNull();
        }
        assertThatIllegalStateException().isThrownBy(() -> sandbox.faults().always().answerNull());
        assertThat(post("/_sandbox/faults", "{'fault':'answerNull'}", 409).path("error").asText()).contains("remove some");
        assertThat(delete("/_sandbox/faults").path("faults")).isEmpty();
    }

    private String userAnswer() {
        return client.list("/rest/v1/users?username=new@example.com").path("Message").asText();
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return Client.json(answer.body());
    }

    private JsonNode delete(String path) {
        HttpResponse<String> answer = client.send(client.request(path).DELETE());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer.body());
    }

    private JsonNode post(String path, String body, int status) {
        HttpResponse<String> answer = client.send(client.request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Client.json(answer.body());
    }
}
