package dev.esign.service;

import static dev.esign.service.Awaiting.PATIENCE;
import static dev.esign.service.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.Fault;
import dev.esign.sandbox.SandboxSession;

/** The packaged service in several processes, which are killed in the middle of their work or get the same key at once. */
class CrashIT {

    private static final Path AGREEMENT = Path.of("../../docs/samples/purchase-agreement.docx");
    private static final String SESSION = """
            {"title": "Agreement", "documents": [{"anchorTags": true}], "signers": [
              {"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"},
              {"role": "Buyer 1", "lastName": "Turing", "email": "alan@example.com"}]}""";

    private static final Duration UNTIL_REMOVED = Duration.ofMinutes(9);

    @TempDir
    static Path directory;

    private static EsignSandbox esign;
    /** Runs on from test to test until one ends it. */
    private static ServiceProcess service;

    private final String key = UUID.randomUUID().toString();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void startESign() {
        esign = EsignSandbox.builder().tagProcessing(Duration.ofMillis(100)).start();
    }

    @BeforeEach
    void startUnlessRunning() throws Exception {
        esign.reset();
        if (service == null) {
            service = start();
            service.url();
        }
    }

    @AfterAll
    static void endAll() {
        if (service != null) {
            service.close();
        }
        esign.close();
    }

    @Test
    void createSucceedsAfterCrashDuringUpload() throws Exception {
        try (Socket socket = service.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /sessions?start=true HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: " + key
                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n--x\r\n"
                    + "Content-Disposition: form-data; name=\"document\"; filename=\"a.docx\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1_000_000]);
            await("the upload has begun", () -> uploads().size() == 1);
            service.kill();
        }
        assertThat(uploads()).hasSize(1);
        assertThat(esign.sessions().list()).isEmpty();

        restart();
        assertThat(uploads()).isEmpty();
        assertSentOnce(201);
    }

    @Test
    void repeatedRequestFindsSessionAfterCrashBetweenCreateAndItsResponse() throws Exception {
        crashAt(esign.faults().next(1).of("CreateSession").afterTheWork().lag(UNTIL_REMOVED), "InDraft");

        assertSentOnce(200);
        assertThat(esign.journal().requests("CreateSession")).hasSize(1);
    }

    @Test
    void repeatedRequestFindsSessionAfterCrashDuringSecondLookUp() throws Exception {
        Fault created = esign.faults().next(1).of("CreateSession").afterTheWork().lag(UNTIL_REMOVED);
        CompletableFuture<?> lost = send();
        await("the session is created", () -> created.hits() == 1 && esign.sessions().list().size() == 1);
        Fault lookUp = esign.faults().next(1).of("GetSessionsLiteByTransactionId").lag(UNTIL_REMOVED);
        created.remove();
        await("the service looks it up", () -> lookUp.hits() == 1);
        crash(lost, lookUp);

        assertSentOnce(200);
        assertThat(esign.journal().requests("CreateSession")).hasSize(1);
    }

    @Test
    void repeatedRequestStartsSessionAfterCrashWhileAnchorTagsAreProcessed() throws Exception {
        crashAt(esign.faults().always().of("StartSession").notReady(), "InDraft");

        assertSentOnce(200);
    }

    @Test
    void repeatedRequestFindsStartedSessionAfterCrashBetweenStartAndItsResponse() throws Exception {
        crashAt(esign.faults().next(1).of("StartSession").afterTheWork().lag(UNTIL_REMOVED), "InSent");

        assertSentOnce(200);
        assertThat(esign.journal().requests("StartSession")).hasSize(1);
    }

    @Test
    void replicasKeepOneSessionWhenBothCreateItAtTheSameTime() throws Exception {
        try (ServiceProcess other = start()) {
            for (int round = 0; round < 6; round++) {
                String keyOfRound = "round-" + round + "-" + key;
                boolean started = round % 2 == 0;
                Fault bothCreate = esign.faults().next(2).of("CreateSession").lag(UNTIL_REMOVED);
                List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
                for (ServiceProcess replica : List.of(service, other, service, other)) {
                    answers.add(client.sendAsync(FormRequest.post(replica.url().resolve("/sessions?start=" + started),
                            SESSION.replace("true", "false"), AGREEMENT).header("Idempotency-Key", keyOfRound).build(),
                            BodyHandlers.ofString()));
                }
                await("both replicas create the session", () -> bothCreate.hits() == 2);
                bothCreate.remove();

                List<String> ids = new ArrayList<>();
                for (CompletableFuture<HttpResponse<String>> answer : answers) {
                    assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(200, 201);
                    ids.add(json(answer.get()).get("id").asText());
                }
                assertThat(ids).as("round " + round).containsOnly(ids.get(0));
                assertThat(esign.sessions().findByTransactionId(keyOfRound)).hasSize(2)
                        .filteredOn(session -> !session.status().equals("Deleted")).singleElement()
                        .satisfies(session -> assertThat(session.id()).isEqualTo(ids.get(0)))
                        .extracting(SandboxSession::status).isEqualTo(started ? "InSent" : "InDraft");
            }
        }
    }

    @Test
    void shutdownWaitsForBackgroundStarts() throws Exception {
        Fault slow = esign.faults().next(1).of("StartSession").lag(UNTIL_REMOVED);
        HttpResponse<String> accepted = client.send(request().header("Prefer", "respond-async").build(),
                BodyHandlers.ofString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        await("the session is being started", () -> slow.hits() == 1);

        service.terminate();
        service.awaitOutput("Waiting for 1 sessions that are being started");
        slow.remove();

        String log = service.awaitEnd();
        service = null;
        assertThat(esign.sessions().list()).as(log).extracting(SandboxSession::status).containsExactly("InSent");
    }

    @Test
    void shutdownLogsBackgroundStartsThatItGaveUp() throws Exception {
        Fault slow = esign.faults().always().of("StartSession").notReady();
        try (ServiceProcess impatient = start("-Design.service.sessions.shutdown-wait=100MS")) {
            HttpResponse<String> accepted = client.send(request(impatient).header("Prefer", "respond-async").build(),
                    BodyHandlers.ofString());
            String id = json(accepted).get("id").asText();
            await("the session is being started", () -> slow.hits() >= 1);

            assertThat(impatient.stop()).contains("Session " + id + " may not be started yet; start it again")
                    .doesNotContain("example.com");
        }
        slow.remove();
        assertSentOnce(200);
    }

    /** Kills the service when the fault has hit and the session has this status in eSign. */
    private void crashAt(Fault fault, String status) throws Exception {
        CompletableFuture<?> lost = send();
        await("the session is " + status, () -> fault.hits() > 0
                && esign.sessions().list().stream().anyMatch(session -> session.status().equals(status)));
        crash(lost, fault);
    }

    private static void crash(CompletableFuture<?> lost, Fault fault) throws Exception {
        service.kill();
        fault.remove();
        assertThat(lost).failsWithin(PATIENCE);
        restart();
    }

    private static void restart() throws Exception {
        service.close();
        service = start();
        service.url();
    }

    private CompletableFuture<HttpResponse<String>> send() throws Exception {
        return client.sendAsync(request().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request() throws Exception {
        return request(service);
    }

    private HttpRequest.Builder request(ServiceProcess service) throws Exception {
        return FormRequest.post(service.url().resolve("/sessions?start=true"), SESSION, AGREEMENT)
                .header("Idempotency-Key", key);
    }

    /** Sends the same request again, twice. */
    private void assertSentOnce(int status) throws Exception {
        HttpResponse<String> first = send().get();
        assertThat(first.statusCode()).as(first.body()).isEqualTo(status);
        HttpResponse<String> second = send().get();
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(json(second).get("status").asText()).isEqualTo("InSent");

        assertThat(esign.sessions().list()).singleElement().satisfies(session -> {
            assertThat(session.id()).isEqualTo(json(second).get("id").asText());
            assertThat(session.status()).isEqualTo("InSent");
            assertThat(session.documents()).hasSize(1);
        });
        assertThat(esign.mails()).as("invitations").hasSize(2);
    }

    private static ServiceProcess start(String... options) throws IOException {
        return ServiceProcess.start(ServiceEnvironment.of(esign, directory), options);
    }

    private static List<Path> uploads() throws IOException {
        return ServiceEnvironment.uploads(directory);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }
}
