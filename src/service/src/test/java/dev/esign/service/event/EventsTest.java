package dev.esign.service.event;

import static dev.esign.service.Awaiting.PATIENCE;
import static dev.esign.service.Awaiting.await;
import static dev.esign.service.SpecialSettings.MAX_STREAMS;
import static dev.esign.service.SpecialSettings.WEBHOOK_SECRET;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.SigningSessions;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.service.SpecialSettings;
import dev.esign.service.event.EventClient.Told;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.Samples;
import dev.esign.testing.SigningParty;
import dev.esign.testing.WithEsignSandbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** The stream of events over HTTP, with the sandbox's webhook calls. */
@QuarkusTest
@WithEsignSandbox
@TestProfile(SpecialSettings.class)
class EventsTest {

    private static final Duration UNLIMITED = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Inject
    SigningSessions sessions;

    @Inject
    EventHub hub;

    @Inject
    EventIds ids;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void letTheSandboxCall() {
        // Only tests of slow clients may find one slow.
        hub.patience(UNLIMITED, UNLIMITED);
        sandbox.webhooks().targets().forEach(target -> sandbox.webhooks().remove(target.id()));
        sandbox.webhooks().add(URI.create(address("/webhooks/esign/" + WEBHOOK_SECRET)));
        await("no stream is open", () -> hub.streams() == 0);
    }

    @Test
    void streamSendsEventsInOrder() throws Exception {
        String transactionId = UUID.randomUUID().toString();
        try (EventClient client = open("")) {
            SessionId session = sessions.send(Samples.purchaseAgreement().transactionId(transactionId).build());
            SigningParty.of(sandbox, session).signAll();
            client.awaitData(session.value(), "\"Completed\"", "session-status-changed");

            List<Told> told = client.events();
            assertThat(told).extracting(Told::id).doesNotHaveDuplicates();
            // What the service did itself happens beside eSign's calls.
            assertThat(told).filteredOn(one -> one.event().endsWith("-status-changed")).extracting(Told::id).isSorted();
            assertThat(told).extracting(Told::event).containsSubsequence("session-created", "session-started")
                    .containsSubsequence("session-status-changed", "signer-status-changed", "session-status-changed");
            for (Told one : told) {
                JsonNode data = one.json();
                assertThat(data.get("id").asText()).isEqualTo(one.id());
                assertThat(data.get("type").asText()).isEqualTo(one.event());
                assertThat(data.get("sessionId").asText()).isEqualTo(session.value());
                assertThat(Instant.parse(data.get("time").asText())).isBeforeOrEqualTo(Instant.now());
                assertThat(data.has("account")).isFalse();
            }
            JsonNode completed = told.get(told.size() - 1).json();
            // eSign may tell of a session before the service knows that it has made it, so the first ones may be without.
            assertThat(told).filteredOn(one -> one.event().equals("session-created"))
                    .extracting(one -> one.json().get("transactionId").asText()).containsExactly(transactionId);
            assertThat(completed.get("transactionId").asText()).isEqualTo(transactionId);
            assertThat(completed.get("statusCode").asInt()).isEqualTo(SessionStatus.COMPLETED.code());
            assertThat(completed.get("check").asText()).isEqualTo("not-checked");
            assertThat(completed.get("title").asText()).isNotBlank();
        }
    }

    @Test
    void eventContainsReasonOfDeclinedSigner() throws Exception {
        try (EventClient client = open("?type=signer-status-changed")) {
            SessionId session = sessions.send(Samples.purchaseAgreement().build());
            SigningParty.of(sandbox, session).decline("Seller 1", "Too expensive");

            JsonNode declined = client.awaitData(session.value(), "\"Declined\"").json();

            assertThat(declined.get("declinedReason").asText()).isEqualTo("Too expensive");
            assertThat(declined.get("signerId").asText()).isNotBlank();
        }
    }

    @Test
    void streamSendsRequestedEventsOnly() throws Exception {
        SessionId before = sessions.create(Samples.purchaseAgreement().transactionId("wanted").build());
        try (EventClient ofSession = open("?sessionId=" + before + "&sessionId=other");
                EventClient ofTransaction = open("?transactionId=wanted");
                EventClient ofType = open("?type=session-started&type=session-updated")) {
            SessionId other = sessions.send(Samples.purchaseAgreement().build());
            SessionId after = sessions.create(Samples.purchaseAgreement().transactionId("wanted").build());
            sessions.start(before);

            ofSession.awaitData(before.value(), "session-started");
            ofTransaction.awaitData(before.value(), "session-started");
            ofTransaction.awaitData(after.value(), "session-created");
            ofType.awaitData(before.value(), "session-started");
            ofType.awaitData(other.value(), "session-started");

            assertThat(sessionsIn(ofSession)).containsOnly(before.value());
            assertThat(sessionsIn(ofTransaction)).containsOnly(before.value(), after.value());
            assertThat(ofType.events()).extracting(Told::event).containsOnly("session-started");
        }
    }

    @Test
    void streamResumesAfterLastEvent() throws Exception {
        Told seen;
        try (EventClient client = open("")) {
            hub.tell(event("a"));
            seen = client.awaitData("\"a\"");
        }
        hub.tell(event("b"));
        hub.tell(event("c"));

        try (EventClient byHeader = EventClient.open(URI.create(address("/events")), "Last-Event-ID", seen.id());
                EventClient byQuery = open("?lastEventId=" + seen.id())) {
            hub.tell(event("d"));
            byHeader.awaitData("\"d\"");
            byQuery.awaitData("\"d\"");

            assertThat(sessionsIn(byHeader)).containsExactly("b", "c", "d");
            assertThat(sessionsIn(byQuery)).containsExactly("b", "c", "d");
        }
    }

    @Test
    void streamReportsGapWhenLastEventIsUnknown() throws Exception {
        hub.tell(event("held"));
        String unknown = ids.next();
        try (EventClient client = open("?lastEventId=" + unknown)) {
            hub.tell(event("next"));
            client.awaitData("\"next\"");

            List<Told> told = client.events();
            assertThat(told).extracting(Told::event).containsExactly("gap", "session-updated");
            assertThat(told.get(0).json().get("lastEventId").asText()).isEqualTo(unknown);
            // Whoever loses the connection now doesn't get the gap once more.
            assertThat(hub.log().positionOf(told.get(0).id())).isPresent();
        }
    }

    @Test
    void idleStreamSendsHeartbeats() throws Exception {
        try (EventClient client = open("?type=session-created")) {
            assertThat(client.await(first -> true).retry()).isEqualTo("3000");
            client.await(beat -> beat.comment() != null && beat.comment().isEmpty());

            assertThat(client.response().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(client.response().headers().firstValue("X-Accel-Buffering")).contains("no");
        }
    }

    @Test
    void streamOfSlowClientEndsAndCanBeResumed() throws Exception {
        String first = tellFirst();
        try (Socket client = openAndTakeNothing(first, UNLIMITED)) {
            assertThat(readToTheEnd(client)).as("ended as HTTP wants it").endsWith("0\r\n\r\n");
        }
        hub.patience(UNLIMITED, UNLIMITED);
        try (EventClient back = open("?lastEventId=" + first)) {
            await("all is told", () -> back.events().size() == 300);
        }
    }

    @Test
    void connectionIsClosedWhenSlowClientDoesNotReadTheEnd() throws Exception {
        try (Socket client = openAndTakeNothing(tellFirst(), SHORT)) {
            await("the service hangs up", () -> {
                try {
                    client.getOutputStream().write('\r');
                    client.getOutputStream().write('\n');
                    return false;
                } catch (SocketException hungUp) {
                    return true;
                }
            });
        }
    }

    private String tellFirst() {
        ServiceEvent first = event("first");
        hub.tell(first);
        return first.id();
    }

    private Socket openAndTakeNothing(String after, Duration grace) throws Exception {
        Socket client = new Socket();
        client.setReceiveBufferSize(4096);
        client.setSoTimeout((int) PATIENCE.toMillis());
        client.connect(new InetSocketAddress("localhost", RestAssured.port));
        client.getOutputStream().write(("GET /events?lastEventId=" + after + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Accept: text/event-stream\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        await("the stream is open", () -> hub.streams() == 1);
        String large = "x".repeat(60_000);
        for (int i = 0; i < 300; i++) {
            hub.tell(event("large", large));
        }
        hub.patience(SHORT, grace);
        await("the stream is gone", () -> hub.streams() == 0);
        return client;
    }

    @Test
    void openStreamsHoldNoThreadsAndAreLimited() throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        AtomicInteger told = new AtomicInteger();
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        List<CompletableFuture<?>> streams = new ArrayList<>();
        try {
            for (int i = 0; i < MAX_STREAMS; i++) {
                streams.add(client.sendAsync(HttpRequest.newBuilder(URI.create(address("/events?sessionId=many"))).build(),
                        answer -> BodySubscribers.fromLineSubscriber(new LineCounter("event:", told))));
            }
            await("all streams are open", () -> hub.streams() == MAX_STREAMS);
            hub.tell(event("many"));
            await("all are told", () -> told.get() == MAX_STREAMS);

            assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - before).isLessThan(MAX_STREAMS / 2);
            Response oneMore = given().accept("text/event-stream").get("/events");
            assertThat(oneMore.statusCode()).isEqualTo(503);
            assertThat(oneMore.jsonPath().getString("type")).isEqualTo("urn:esign:problem:stream-refused");
            assertThat(oneMore.header("Retry-After")).isEqualTo("3");
            assertThat(meters.get("esign.service.events.streams").gauge().value()).isEqualTo(MAX_STREAMS);
        } finally {
            streams.forEach(stream -> stream.cancel(true));
        }
        await("the streams are gone", () -> hub.streams() == 0);
    }

    @Test
    void sampleOfGuideReconnectsAndResumes(@TempDir Path directory) throws Exception {
        GuideSample.assumeThereIs("node");
        Path program = Files.writeString(directory.resolve("follow.mjs"), """
                import { appendFileSync } from 'node:fs';
                const fetched = globalThis.fetch;
                globalThis.fetch = (path, { headers: { Authorization, ...headers } }) =>
                  fetched(process.argv[2] + path, { headers });
                globalThis.setTimeout = ((later) => (work) => later(work, 10))(globalThis.setTimeout);
                follow('token', (event, data) => appendFileSync(process.argv[3], `${event} ${data.sessionId}\\n`));
                """ + GuideSample.read("js", "function follow"));
        Path told = Files.createFile(directory.resolve("told"));
        Process follower = new ProcessBuilder("node", program.toString(), address(""), told.toString()).start();
        try {
            await("it follows", () -> hub.streams() == 1);
            hub.tell(event("first"));
            await("it was told", () -> Files.readString(told).equals("session-updated first\n"));
            hub.endStreams();
            hub.tell(event("second"));
            await("it came back", () -> Files.readString(told).equals("session-updated first\nsession-updated second\n"));
        } finally {
            follower.destroyForcibly();
        }
    }

    @Test
    void streamRejectsInvalidParameters() {
        Response unknownType = given().accept("text/event-stream").get("/events?type=party");
        assertThat(unknownType.statusCode()).isEqualTo(422);
        assertThat(unknownType.contentType()).isEqualTo("application/problem+json");
        assertThat(unknownType.jsonPath().getString("problems[0].field")).isEqualTo("type");
        assertThat(unknownType.jsonPath().getString("problems[0].problem")).contains("signer-status-changed");

        Response badId = given().accept("text/event-stream").header("Last-Event-ID", "<script>").get("/events");
        assertThat(badId.statusCode()).isEqualTo(422);
        assertThat(badId.jsonPath().getString("problems[0].field")).isEqualTo("lastEventId");
    }

    @Test
    void openApiDocumentDescribesEventStream() {
        Response document = given().accept("application/json").get("/q/openapi");

        assertThat(document.jsonPath().getString("paths.'/events'.get.operationId")).isEqualTo("streamEvents");
        assertThat(document.jsonPath().getMap("components.schemas.Event.properties")).containsKeys("id", "type", "sessionId");
        assertThat(document.asString()).doesNotContain("/events/relay");
    }

    private EventClient open(String query) throws Exception {
        return EventClient.open(URI.create(address("/events" + query)));
    }

    private static String address(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }

    private ServiceEvent event(String sessionId) {
        return event(sessionId, null);
    }

    private ServiceEvent event(String sessionId, String title) {
        return new ServiceEvent(ids.next(), EventType.SESSION_UPDATED, Instant.now(), null, sessionId, null, null, null, null,
                null, null, title, null, null);
    }

    private static List<String> sessionsIn(EventClient client) throws Exception {
        List<String> sessions = new ArrayList<>();
        for (Told one : client.events()) {
            sessions.add(one.json().get("sessionId").asText());
        }
        return sessions;
    }

    private static String readToTheEnd(Socket client) throws Exception {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
