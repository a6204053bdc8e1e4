package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.webhook.Receiver;

/** The webhooks' part of the control interface. */
class WebhookControlTest extends SandboxTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    private Receiver receiver;

    @BeforeEach
    void openReceiver() {
        receiver = Receiver.willing();
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void receiversAreAddedShownWithoutTheirSecretsAndRemoved() {
        JsonNode added = json(post("/targets", "{'url':'http://me:s3cret@127.0.0.1:%d/s3cret'}".formatted(receiver.port())));

        assertThat(added.path("id").asText()).isEqualTo("1");
        assertThat(added.path("url").asText()).isEqualTo("http://***@127.0.0.1:%d/***".formatted(receiver.port()));
        HttpResponse<String> shown = client.get("/_sandbox/webhooks");
        assertThat(json(shown).path("targets")).containsExactly(added);
        assertThat(shown.body()).doesNotContain("s3cret");
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(delete("/targets/1").statusCode()).isEqualTo(200);
        assertThat(show().path("targets")).isEmpty();
        assertThat(delete("/targets/1").statusCode()).isEqualTo(404);
    }

    @Test
    void deliveriesAreShownAndRepeated() {
        sandbox.webhooks().add(receiver.url("/"));
        JsonNode created = createReady();
        client.start(created);
        sandbox.webhooks().awaitIdle(SOON);

        JsonNode delivery = show().path("deliveries").path(0);
        JsonNode again = json(post("/deliveries/" + delivery.path("id").asText() + "/redeliver", ""));
        sandbox.webhooks().awaitIdle(SOON);

        assertThat(delivery.path("sessionId").asText()).isEqualTo(Client.id(created));
        assertThat(delivery.path("state").asText()).isEqualTo("DELIVERED");
        assertThat(delivery.path("at").asText()).isEqualTo(MutableClock.NOW.toString());
        assertThat(delivery.path("tries").path(0).path("statusCode").asInt()).isEqualTo(200);
        assertThat(delivery.path("tries").path(0).path("failure").isNull()).isTrue();
        assertThat(delivery.path("body").asText()).isEqualTo(receiver.received().get(0).text());
        assertThat(again.path("repeats")).isEqualTo(delivery.path("id"));
        assertThat(again.path("state").asText()).isEqualTo("PENDING");
        assertThat(show().path("pending").asInt()).isZero();
        assertThat(receiver.received()).last().matches(received -> received.text().equals(delivery.path("body").asText()));
        assertThat(post("/deliveries/999/redeliver", "").statusCode()).isEqualTo(404);
        sandbox.webhooks().remove("1");
        assertThat(post("/deliveries/1/redeliver", "").statusCode()).isEqualTo(409);
    }

    @Test
    void testMessagesAreSentAndGoWrongAsAskedFor() {
        sandbox.webhooks().add(receiver.url("/"));

        post("/misbehaviours", "{'misbehaviour':'UNKNOWN_STATUS','times':3}");
        post("/misbehaviours", "{'misbehaviour':'LATE','times':1,'delay':'PT0.01S'}");
        assertThat(show().path("misbehaviours").toString()).isEqualTo(json("{'LATE':1,'UNKNOWN_STATUS':3}"));
        assertThat(json(post("/test", "")).path("deliveries")).hasSize(1);
        sandbox.webhooks().awaitIdle(SOON);

        assertThat(receiver.received()).singleElement().matches(received -> received.status() == 99);
        assertThat(show().path("deliveries").path(0).path("misbehaviours").toString())
                .isEqualTo(json("['LATE','UNKNOWN_STATUS']"));
        assertThat(delete("/misbehaviours").statusCode()).isEqualTo(200);
        assertThat(show().path("misbehaviours")).isEmpty();
    }

    @Test
    void aFreshStartKeepsReceiversOnly() {
        sandbox.webhooks().add(receiver.url("/"));
        sandbox.webhooks().sendTest();
        sandbox.webhooks().awaitIdle(SOON);
        sandbox.webhooks().misbehave(WebhookMisbehaviour.LATE, 1);

        sandbox.reset();

        assertThat(show().path("deliveries")).isEmpty();
        assertThat(show().path("misbehaviours")).isEmpty();
        assertThat(show().path("targets")).hasSize(1);
        assertThat(json(client.get("/_sandbox")).path("webhooks").asInt()).isOne();
        assertThat(sandbox.webhooks().sendTest()).singleElement().matches(delivery -> delivery.id().equals("2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "/targets|{}|must be a text", "/targets|{'url':7}|must be a text",
            "/targets|{'url':'ftp://s3cret'}|neither http nor https", "/targets|s3cret|one well-formed JSON object",
            "/targets|{'URL':'s3cret'}|is unknown here", "/test|{'status':1}|is unknown here",
            "/misbehaviours|{'misbehaviour':'s3cret'}|must be one of DUPLICATE, ",
            "/misbehaviours|{'misbehaviour':'LATE','times':0}|times must lie between",
            "/misbehaviours|{'misbehaviour':'LATE','delay':'s3cret'}|a time is a number with a unit",
            "/misbehaviours|{'misbehaviour':'DUPLICATE','delay':'1s'}|only LATE and OUT_OF_ORDER" })
    void badRequestsAreToldWhatIsWrong(String path, String body, String problem) {
        HttpResponse<String> answer = post(path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(problem).doesNotContain("s3cret");
        assertThat(sandbox.webhooks().targets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "Origin,https://evil.example.com", "Origin,null", "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site" })
    void otherSitesAreKeptOut(String header, String value) {
        HttpResponse<String> answer = client.send(client.request("/_sandbox/webhooks/targets").header(header, value)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"url\":\"http://localhost/\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(client.send(client.request("/_sandbox/webhooks").header(header, value)).statusCode()).isEqualTo(403);
        assertThat(sandbox.webhooks().targets()).isEmpty();
    }

    @Test
    void theSandboxesOwnPagesAreLetIn() {
        HttpResponse<String> answer = client.send(client.request("/_sandbox/webhooks/test").POST(BodyPublishers.noBody())
                .header("Content-Type", "application/json").header("Origin", sandbox.url().toString())
                .header("Sec-Fetch-Site", "same-origin"));

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({ "evil.example.com,403", "127.0.0.1.evil.example.com,403", "localhost:8980,200", "[::1]:8980,200" })
    void aNameThatAnotherSiteMadePointHereIsRefused(String host, int status) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.getOutputStream().write(("GET /_sandbox/webhooks HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void onlyTheDocumentedVerbsAreTaken() {
        assertThat(client.get("/_sandbox/webhooks/targets").statusCode()).isEqualTo(405);
        assertThat(delete("").statusCode()).isEqualTo(405);
    }

    private JsonNode show() {
        return json(client.get("/_sandbox/webhooks"));
    }

    private HttpResponse<String> post(String path, String body) {
        return client.send(client.request("/_sandbox/webhooks" + path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body))));
    }

    private HttpResponse<String> delete(String path) {
        return client.send(client.request("/_sandbox/webhooks" + path).DELETE());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(200, 201);
        return Client.json(answer.body());
    }
}
