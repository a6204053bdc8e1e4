package dev.esign.service;

import static dev.esign.service.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.service.event.EventClient;
import dev.esign.service.event.EventClient.Told;
import dev.esign.service.event.Receiver;
import dev.esign.service.event.Receiver.Call;
import dev.esign.testing.SigningParty;

/** Events of packaged services in production mode: several replicas, and some that are killed. */
class EventsProcessIT {

    private static final String SECRET = "marker-of-the-webhook-secret";
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String SIGNING_SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final String TITLE = "marker of the title";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void replicasSendTheSameEvents() throws Exception {
        int firstPort = freePort();
        int secondPort = freePort();
        Map<String, String> settings = Map.of("ESIGN_SERVICE_EVENTS_PEERS",
                "localhost:" + firstPort + ",localhost:" + secondPort, "ESIGN_SERVICE_EVENTS_RELAY_SECRET", SIGNING_SECRET);
        try (EsignSandbox esign = sandbox();
                ServiceProcess first = start(esign, settings, "-Dquarkus.http.port=" + firstPort);
                ServiceProcess second = start(esign, settings, "-Dquarkus.http.port=" + secondPort);
                EventClient ofFirst = EventClient.open(first.url().resolve("/events"));
                EventClient ofSecond = EventClient.open(second.url().resolve("/events"))) {
            esign.webhooks().add(first.url().resolve("/webhooks/esign/" + SECRET));
            String id = send(second);
            SigningParty.of(esign, id).signAll();
            ofFirst.awaitData(id, "session-status-changed", "\"Completed\"");
            ofSecond.awaitData(id, "session-status-changed", "\"Completed\"");
            await("both know all", () -> ids(ofFirst).equals(ids(ofSecond)));

            assertThat(ofFirst.events()).extracting(Told::event).contains("session-created", "session-started",
                    "signer-status-changed");
            assertThat(ofFirst.events()).hasSameElementsAs(ofSecond.events()).doesNotHaveDuplicates();

            // Whoever loses one replica goes on with the other.
            Told seen = ofFirst.events().get(0);
            try (EventClient back = EventClient.open(second.url().resolve("/events"), "Last-Event-ID", seen.id())) {
                await("all is told", () -> ids(back).containsAll(ids(ofFirst).stream().skip(1).toList()));
                assertThat(back.events()).extracting(Told::event).doesNotContain("gap");
            }
        }
    }

    @Test
    void relayedEventRequiresCurrentSignature() throws Exception {
        Map<String, String> settings = Map.of("ESIGN_SERVICE_EVENTS_PEERS", "localhost:1", "ESIGN_SERVICE_EVENTS_RELAY_SECRET",
                SIGNING_SECRET);
        try (EsignSandbox esign = sandbox();
                ServiceProcess service = start(esign, settings);
                EventClient events = EventClient.open(service.url().resolve("/events"))) {
            String event = """
                    {"id": "0197a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "type": "session-updated", "sessionId": "relayed",
                     "time": "2026-03-31T12:00:00Z", "newInTheNextVersion": true}""";
            long now = Instant.now().getEpochSecond();

            assertThat(relay(service, event, now, sign(now, event.replace("relayed", "forged")))).isEqualTo(401);
            assertThat(relay(service, event, now, "v1,")).isEqualTo(401);
            assertThat(relay(service, event, now - 61, sign(now - 61, event))).isEqualTo(401);
            assertThat(relay(service, event, now + 120, sign(now + 120, event))).isEqualTo(401);
            assertThat(service.send("POST", "/events/relay", event).statusCode()).isEqualTo(401);
            assertThat(relay(service, "[]")).isEqualTo(400);
            String large = " ".repeat(300_000);
            assertThat(relay(service, large)).isEqualTo(413);
            assertThat(events.events()).isEmpty();

            assertThat(relay(service, event)).isEqualTo(204);
            assertThat(relay(service, event)).isEqualTo(204);
            events.awaitData("\"relayed\"");
            String id = send(service);
            events.awaitData(id, "session-started");
            assertThat(events.events().stream().filter(told -> told.data().contains("relayed"))).hasSize(1);
        }
    }

    @Test
    void undeliveredEventsAreDeliveredAfterCrash() throws Exception {
        String output;
        try (EsignSandbox esign = sandbox(); Receiver receiver = new Receiver().otherwise(503)) {
            Map<String, String> settings = forwarding(receiver, Map.of("_INITIAL_DELAY", "1H"));
            try (ServiceProcess killed = start(esign, settings)) {
                tell(killed, "5f0c0000-0000-0000-0000-000000000001", 3);
                assertThat(receiver.await(1)).hasSize(1);
                tell(killed, "5f0c0000-0000-0000-0000-000000000002", 3);
                // SIGKILL, right after eSign has its answer.
            }
            receiver.otherwise(204);
            int before = receiver.calls().size();
            try (ServiceProcess again = start(esign, settings)) {
                List<Call> calls = receiver.await(before + 2);
                assertThat(calls.subList(before, before + 2)).extracting(call -> json(call.body()).get("sessionId").asText())
                        .containsExactlyInAnyOrder("5f0c0000-0000-0000-0000-000000000001",
                                "5f0c0000-0000-0000-0000-000000000002");
                assertThat(calls).filteredOn(call -> call.body().contains("0001\"")).extracting(
                        call -> call.header("webhook-id")).hasSizeGreaterThan(1)
                        .containsOnly(calls.get(0).header("webhook-id"));
                for (Call call : calls) {
                    assertThat(call.header("webhook-signature")).isEqualTo(
                            sign(call.header("webhook-id"), Long.parseLong(call.header("webhook-timestamp")), call.body()));
                }
                await("nothing is kept", () -> kept("pending") == 0);
                output = again.stop();
            }
        }
        assertThat(output).contains("esign-service").doesNotContain(SECRET, SIGNING_SECRET, TITLE);
    }

    @Test
    void deadLettersSurviveRestartAndAreRedeliveredOnRequest() throws Exception {
        try (EsignSandbox esign = sandbox(); Receiver receiver = new Receiver().otherwise(500)) {
            Map<String, String> settings = forwarding(receiver, Map.of("_RETRY_FOR", "0S"));
            try (ServiceProcess first = start(esign, settings)) {
                tell(first, "5f0c0000-0000-0000-0000-000000000001", 3);
                tell(first, "5f0c0000-0000-0000-0000-000000000002", 3);
                await("given up", () -> deadLetters(first).size() == 2);
                assertThat(first.stop()).contains("given up for 'crm' after 1 tries (http-500)").doesNotContain(TITLE, SECRET);
            }
            receiver.otherwise(204);
            try (ServiceProcess second = start(esign, settings)) {
                JsonNode letter = deadLetters(second).get(0);
                String address = "/dead-letters/" + letter.get("id").asText();
                assertThat(letter.get("forward").asText()).isEqualTo("crm");
                assertThat(letter.get("reason").asText()).isEqualTo("http-500");
                assertThat(letter.get("type").asText()).isEqualTo("session-status-changed");
                assertThat(letter.get("sessionId").asText()).endsWith("0001");

                assertThat(second.send("POST", address + "/redelivery", null).statusCode()).isEqualTo(202);
                assertThat(receiver.await(3).get(2).header("webhook-id")).isEqualTo(letter.get("eventId").asText());
                assertThat(second.send("POST", address + "/redelivery", null).statusCode()).isEqualTo(404);

                String other = "/dead-letters/" + deadLetters(second).get(0).get("id").asText();
                assertThat(second.send("DELETE", other, null).statusCode()).isEqualTo(204);
                HttpResponse<String> twice = second.send("DELETE", other, null);
                assertThat(twice.statusCode()).isEqualTo(404);
                assertThat(json(twice.body()).get("type").asText()).isEqualTo("urn:esign:problem:dead-letter-not-found");
                assertThat(deadLetters(second)).isEmpty();
                await("nothing is kept", () -> kept("pending") == 0 && kept("dead") == 0);
            }
        }
    }

    @Test
    void shutdownEndsStreams() throws Exception {
        try (EsignSandbox esign = sandbox();
                ServiceProcess service = start(esign,
                        Map.of("QUARKUS_SHUTDOWN_TIMEOUT", "1H"));
                EventClient events = EventClient.open(service.url().resolve("/events"))) {
            // The stream is a request, too; its end would be waited for until the shutdown's timeout.
            service.stop();

            assertThat(events.awaitEnd()).as("ended as HTTP wants it").isTrue();
        }
    }

    @Test
    void startFailsWithInvalidProperties() throws Exception {
        try (EsignSandbox esign = sandbox();
                ServiceProcess service = start(esign, Map.of("ESIGN_SERVICE_EVENTS_PEERS", "replicas",
                        "ESIGN_SERVICE_EVENTS_RELAY_SECRET", "marker-of-a-secret"))) {
            assertThat(service.awaitEnd()).contains("Events can't be told, settings are missing or wrong:",
                    "esign.service.events.peers: 'replicas' isn't like", "esign.service.events.relay.secret: number 1 isn't")
                    .doesNotContain("marker-of-a-secret", "\tat ");
            assertThat(service.exitCode()).isNotZero();
        }
    }

    private static EsignSandbox sandbox() {
        return EsignSandbox.builder().tagProcessing(Duration.ofMillis(100)).start();
    }

    private static ServiceProcess start(EsignSandbox esign, Map<String, String> settings, String... options) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(Map.of("QUARKUS_ESIGN_URL", esign.url().toString(), "QUARKUS_ESIGN_API_KEY", "key",
                "QUARKUS_ESIGN_SALT", "salt", "QUARKUS_ESIGN_USERNAME", "owner@example.com", "QUARKUS_ESIGN_RETURN_URL",
                "https://www.example.com/", "QUARKUS_ESIGN_WEBHOOK_SECRETS", SECRET,
                "ESIGN_SERVICE_CALLERS", "proxy"));
        return ServiceProcess.start(environment, options);
    }

    private Map<String, String> forwarding(Receiver receiver, Map<String, String> more) {
        String prefix = "ESIGN_SERVICE_EVENTS_FORWARD__CRM_";
        Map<String, String> settings = new HashMap<>(Map.of(prefix + "_URL", receiver.url().toString(), prefix + "_SECRET",
                SIGNING_SECRET, "ESIGN_SERVICE_EVENTS_DIRECTORY", directory.toString()));
        more.forEach((name, value) -> settings.put(prefix + name, value));
        return settings;
    }

    /** Calls as eSign does; the answer comes before this returns. */
    private void tell(ServiceProcess service, String session, int status) throws Exception {
        String message = """
                {"Data": {"SigningSessionId": "%s", "SignerId": "00000000-0000-0000-0000-000000000000",
                  "NewSigningSessionId": "00000000-0000-0000-0000-000000000000", "Type": "SessionStatus", "Status": %d,
                  "Title": "%s"}}""".formatted(session, status, TITLE);
        assertThat(service.send("POST", "/webhooks/esign/" + SECRET, message).statusCode()).isEqualTo(200);
    }

    private static String send(ServiceProcess service) throws Exception {
        String content = Base64.getEncoder()
                .encodeToString(Files.readAllBytes(Path.of("../../docs/samples/purchase-agreement.docx")));
        HttpResponse<String> created = service.send("POST", "/sessions", """
                {"title": "Agreement",
                 "documents": [{"fileName": "agreement.docx", "content": "%s", "anchorTags": true}],
                 "signers": [{"role": "Seller 1", "lastName": "Lovelace", "email": "ada@example.com"},
                   {"role": "Buyer 1", "lastName": "Turing", "email": "alan@example.com"}]}
                """.formatted(content));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String id = json(created.body()).get("id").asText();
        HttpResponse<String> started = service.send("POST", "/sessions/" + id + "/start", null);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return id;
    }

    private int relay(ServiceProcess service, String event) throws Exception {
        long now = Instant.now().getEpochSecond();
        return relay(service, event, now, sign(now, event));
    }

    private int relay(ServiceProcess service, String event, long timestamp, String signature) throws Exception {
        URI address = service.url().resolve("/events/relay");
        return client.send(HttpRequest.newBuilder(address).header("webhook-id", "1")
                .header("webhook-timestamp", String.valueOf(timestamp)).header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(event)).build(), BodyHandlers.ofString()).statusCode();
    }

    private static String sign(long timestamp, String body) throws Exception {
        return sign("1", timestamp, body);
    }

    private static String sign(String id, long timestamp, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return "v1," + Base64.getEncoder()
                .encodeToString(mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode deadLetters(ServiceProcess service) throws Exception {
        return json(service.send("GET", "/dead-letters", null).body()).get("deadLetters");
    }

    private static List<String> ids(EventClient events) {
        return events.events().stream().map(Told::id).sorted().toList();
    }

    private long kept(String kind) throws Exception {
        try (Stream<Path> files = Files.list(directory.resolve(kind))) {
            return files.count();
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
