package dev.esign.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.Fault;
import dev.esign.sandbox.SandboxSession;

/** The packaged service in several processes, which are killed in the middle of their work or get the same key at once. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class CrashIT {

    private static final Path AGREEMENT = Path.of("../../docs/samples/purchase-agreement.docx");
    private static final String SESSION = """
            {"title": "Agreement", "documents": [{"anchorTags": true}], "signers": [
              {"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"},
              {"role": "Buyer 1", "lastName": "Turing", "email": "alan@example.com"}]}""";

    @TempDir
    Path directory;

    private final String key = UUID.randomUUID().toString();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<ServiceProcess> processes = new ArrayList<>();
    private EsignSandbox esign;

    @BeforeEach
    void startESign() {
        esign = EsignSandbox.builder().tagProcessing(Duration.ofMillis(100)).start();
    }

    @AfterEach
    void endAll() {
        processes.forEach(ServiceProcess::close);
        esign.close();
    }

    @Test
    void killedWhileAFileArrives() throws Exception {
        ServiceProcess killed = start();
        try (Socket socket = new Socket("localhost", killed.url().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /sessions?start=true HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: " + key
                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n--x\r\n"
                    + "Content-Disposition: form-data; name=\"document\"; filename=\"a.docx\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1_000_000]);
            await(() -> files().size() == 1);
            killed.kill();
        }
        assertThat(files()).hasSize(1);
        assertThat(esign.sessions().list()).isEmpty();

        ServiceProcess next = start();
        next.url();
        assertThat(files()).isEmpty();
        assertSentOnce(next, 201);
    }

    @Test
    void killedBetweenESignsCreateAndTheAnswer() throws Exception {
        killedAt(esign.faults().next(1).of("CreateSession").afterTheWork().lag(Duration.ofMinutes(1)), "InDraft");

        assertSentOnce(start(), 200);
        assertThat(esign.journal().requests("CreateSession")).hasSize(1);
    }

    @Test
    void killedWhileItLooksAgain() throws Exception {
        Fault look = esign.faults().next(1).of("CreateSession").afterTheWork().lag(Duration.ofMinutes(1));
        ServiceProcess killed = start();
        CompletableFuture<?> lost = send(killed);
        await(() -> look.hits() == 1 && esign.sessions().list().size() == 1);
        Fault second = esign.faults().next(1).of("GetSessionsLiteByTransactionId").lag(Duration.ofMinutes(1));
        look.remove();
        await(() -> second.hits() == 1);
        killed.kill();
        second.remove();
        assertThat(lost).failsWithin(Duration.ofSeconds(20));

        assertSentOnce(start(), 200);
        assertThat(esign.journal().requests("CreateSession")).hasSize(1);
    }

    @Test
    void killedWhileTheStartWaitsForAnchorTags() throws Exception {
        killedAt(esign.faults().always().of("StartSession").notReady(), "InDraft");

        assertSentOnce(start(), 200);
    }

    @Test
    void killedBetweenESignsStartAndTheAnswer() throws Exception {
        killedAt(esign.faults().next(1).of("StartSession").afterTheWork().lag(Duration.ofMinutes(1)), "InSent");

        assertSentOnce(start(), 200);
        assertThat(esign.journal().requests("StartSession")).hasSize(1);
    }

    @Test
    void twoProcessesMakeOneSessionOfAKey() throws Exception {
        List<ServiceProcess> replicas = List.of(start(), start());
        for (ServiceProcess replica : replicas) {
            replica.url();
        }
        int alone = 0;
        for (int round = 0; round < 40; round++) {
            String keyOfRound = "round-" + round + "-" + key;
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(client.sendAsync(FormRequest.post(
                        replicas.get(i % 2).url().resolve("/sessions?start=" + (round % 2 == 0)),
                        SESSION.replace("true", "false"),
                        AGREEMENT).header("Idempotency-Key", keyOfRound).build(), BodyHandlers.ofString()));
            }
            List<String> ids = new ArrayList<>();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(200, 201);
                ids.add(json(answer.get()).get("id").asText());
            }
            assertThat(ids).as("round " + round).containsOnly(ids.get(0));
            List<SandboxSession> sessions = esign.sessions().findByTransactionId(keyOfRound);
            assertThat(sessions).filteredOn(session -> !session.status().equals("Deleted")).singleElement()
                    .satisfies(session -> assertThat(session.id()).isEqualTo(ids.get(0)))
                    .extracting(SandboxSession::status).isEqualTo(round % 2 == 0 ? "InSent" : "InDraft");
            alone += sessions.size() == 1 ? 1 : 0;
        }
        System.out.printf("%d of 40 rounds made one session only; in the others a second draft was deleted%n", alone);
        assertThat(alone).as("rounds without a race, which would show nothing").isLessThan(40);
    }

    @Test
    void aStartInTheBackgroundIsFinishedBeforeTheEnd() throws Exception {
        Fault slow = esign.faults().next(1).of("StartSession").lag(Duration.ofSeconds(3));
        ServiceProcess service = start();
        HttpResponse<String> accepted = client.send(request(service).header("Prefer", "respond-async").build(),
                BodyHandlers.ofString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        await(() -> slow.hits() == 1);

        String log = service.stop();
        assertThat(log).contains("Waiting for 1 sessions that are being started");
        assertThat(esign.sessions().list()).as(log).extracting(SandboxSession::status).containsExactly("InSent");
    }

    @Test
    void aStartThatIsntFinishedBeforeTheEndIsTold() throws Exception {
        Fault slow = esign.faults().always().of("StartSession").notReady();
        ServiceProcess service = start("-Design.service.sessions.shutdown-wait=1S");
        HttpResponse<String> accepted = client.send(request(service).header("Prefer", "respond-async").build(),
                BodyHandlers.ofString());
        String id = json(accepted).get("id").asText();
        await(() -> slow.hits() == 1);

        assertThat(service.stop()).contains("Session " + id + " may not be started yet; start it again")
                .doesNotContain("example.com");
        slow.remove();
        assertSentOnce(start(), 200);
    }

    /** Kills the process when the fault has hit and the session has this status in eSign. */
    private void killedAt(Fault fault, String status) throws Exception {
        ServiceProcess killed = start();
        CompletableFuture<?> lost = send(killed);
        await(() -> fault.hits() > 0
                && esign.sessions().list().stream().anyMatch(session -> session.status().equals(status)));
        killed.kill();
        fault.remove();
        assertThat(lost).failsWithin(Duration.ofSeconds(20));
    }

    private CompletableFuture<HttpResponse<String>> send(ServiceProcess service) throws Exception {
        return client.sendAsync(request(service).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(ServiceProcess service) throws Exception {
        return FormRequest.post(service.url().resolve("/sessions?start=true"), SESSION, AGREEMENT)
                .header("Idempotency-Key", key);
    }

    /** Sends the same request again, twice. */
    private void assertSentOnce(ServiceProcess service, int status) throws Exception {
        HttpResponse<String> first = send(service).get();
        assertThat(first.statusCode()).as(first.body()).isEqualTo(status);
        HttpResponse<String> second = send(service).get();
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

    private ServiceProcess start(String... options) throws IOException {
        ServiceProcess process = ServiceProcess.start(environment(), options);
        processes.add(process);
        return process;
    }

    private Map<String, String> environment() {
        return ServiceEnvironment.of(esign, directory);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".lock")).toList();
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private interface Condition {

        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
