package dev.esign.service.session;

import static dev.esign.service.Awaiting.await;
import static dev.esign.service.session.SessionFilesTest.assertProblem;
import static dev.esign.service.session.SessionFilesTest.file;
import static dev.esign.service.session.SessionFilesTest.form;
import static dev.esign.service.session.SessionFilesTest.problems;
import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.Fault;
import dev.esign.sandbox.SandboxSession;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.Troubles;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;

/** Idempotency keys, and starts with the create or in the background, over HTTP against the sandbox. */
@QuarkusTest
@WithEsignSandbox
class SendingTest {

    private static final Path AGREEMENT = Path.of("../../docs/samples/purchase-agreement.docx");
    private static final Duration UNTIL_REMOVED = Duration.ofMinutes(9);
    private static final String SESSION = """
            {"title": "Agreement", "documents": [{}], "signers": [
              {"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"},
              {"role": "Buyer 1", "lastName": "Turing", "email": "alan@example.com"}]}""";

    @InjectEsignSandbox
    EsignSandbox sandbox;

    /** Stands for another replica: it knows nothing of the requests that are at work here. */
    @Inject
    SigningSessions otherReplica;

    private final String key = UUID.randomUUID().toString();

    @Test
    void repeatedKeyReturnsTheSameSession() {
        Response first = keyed().post("/sessions");
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.<String> path("transactionId")).isEqualTo(key);
        assertThat(first.header("Idempotency-Replayed")).isNull();

        for (int i = 0; i < 2; i++) {
            Response again = keyed().post("/sessions");

            assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.asString()).isEqualTo(first.asString());
        }
        assertThatEsign(sandbox).called("CreateSession", 1).created(1);
    }

    @Test
    void repeatedKeyStartsSessionOnce() {
        String created = keyed().post("/sessions").path("id");

        for (int i = 0; i < 3; i++) {
            Response sent = keyed().post("/sessions?start=true");

            assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
            assertThat(sent.jsonPath().<String, Object> getMap("")).isEqualTo(
                    Map.of("id", created, "transactionId", key, "status", "InSent"));
        }
        assertThatEsign(sandbox).called("CreateSession", 1).called("StartSession", 1).created(1).sessionWithId(created)
                .isStarted();
    }

    @Test
    void keyIsAcceptedInQuotationMarks() {
        String id = keyed().post("/sessions").path("id");

        assertThat(form(SESSION, document()).header("Idempotency-Key", "\"" + key + "\"").post("/sessions").<String> path("id"))
                .isEqualTo(id);
    }

    @Test
    void keyIsAcceptedWithJsonBody() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            statuses.add(given().contentType("application/json").header("Idempotency-Key", key)
                    .body("{\"title\": \"x\", \"transactionId\": \"" + key + "\"}").post("/sessions").statusCode());
        }
        assertThat(statuses).containsExactly(201, 200);
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void eachRequestWithoutKeyCreatesSession() {
        String body = "{\"title\": \"x\", \"transactionId\": \"" + key + "\"}";

        assertThat(given().contentType("application/json").body(body).post("/sessions").statusCode()).isEqualTo(201);
        assertThat(given().contentType("application/json").body(body).post("/sessions").statusCode()).isEqualTo(201);
        assertThatEsign(sandbox).created(2);
    }

    @Test
    void requestsWithSameKeyAtTheSameTimeCreateOneSession() {
        List<Response> answers = atOnce(8, () -> keyed().post("/sessions?start=true"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(answers).extracting(answer -> answer.path("id")).containsOnly(answers.get(0).<String> path("id"));
        assertThatEsign(sandbox).called("CreateSession", 1).created(1);
        assertThat(sandbox.sessions().list()).extracting(SandboxSession::status).containsExactly("InSent");
    }

    @Test
    void replicaDeletesItsSessionWhenAnotherCreatedFirst() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").lag(UNTIL_REMOVED);
        CompletableFuture<Response> here = CompletableFuture.supplyAsync(() -> keyed().post("/sessions?start=true"));
        await("the fault has hit", () -> slow.hits() == 1);
        SessionId there = otherReplica.create(session());
        slow.remove();

        assertThat(here.join().statusCode()).as(here.join().asString()).isEqualTo(200);
        assertThat(here.join().<String> path("id")).isEqualTo(there.value());
        assertThat(sandbox.sessions().findByTransactionId(key)).extracting(SandboxSession::status)
                .containsExactly("InSent", "Deleted");
    }

    @Test
    void replicaKeepsItsSessionWhenItCreatedFirst() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").afterTheWork().lag(UNTIL_REMOVED);
        CompletableFuture<Response> here = CompletableFuture.supplyAsync(() -> keyed().post("/sessions"));
        await("the session is created", () -> slow.hits() == 1 && sandbox.sessions().list().size() == 1);
        SessionId there = otherReplica.create(session());
        slow.remove();

        assertThat(here.join().statusCode()).as(here.join().asString()).isEqualTo(201);
        assertThat(here.join().<String> path("id")).isNotEqualTo(there.value());
        assertThat(keyed().post("/sessions").<String> path("id")).isEqualTo(here.join().path("id"));
        assertThatEsign(sandbox).called("DeleteSession", 0);
    }

    @Test
    void createAfterLostResponseCreatesNoSecondSession() {
        Troubles.lostCreate(sandbox);

        assertThat(keyed().post("/sessions?start=true").statusCode()).isEqualTo(201);
        assertThat(keyed().post("/sessions?start=true").statusCode()).isEqualTo(200);
        assertThatEsign(sandbox).called("CreateSession", 1).called("StartSession", 1).created(1);
    }

    @Test
    void nextRequestFindsSessionAfterUnknownOutcome() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").afterTheWork().lag(UNTIL_REMOVED);
        Troubles.lostCreate(sandbox);
        CompletableFuture<Response> lost = CompletableFuture.supplyAsync(() -> keyed().post("/sessions"));
        await("the fault has hit", () -> slow.hits() == 1);
        Fault blind = sandbox.faults().always().of("GetSessionsLiteByTransactionId").status(503);
        slow.remove();
        assertProblem(lost.join(), 502, "outcome-unknown");
        assertThat(lost.join().jsonPath().getString("transactionId")).isEqualTo(key);

        blind.remove();
        assertThat(keyed().post("/sessions").statusCode()).isEqualTo(200);
        assertThatEsign(sandbox).called("CreateSession", 1).created(1);
    }

    @Test
    void createFailsWhileKeyCannotBeLookedUp() {
        Fault blind = sandbox.faults().always().of("GetSessionsLiteByTransactionId").status(503);

        Response refused = keyed().post("/sessions");

        assertProblem(refused, 503, "unavailable");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThatEsign(sandbox).called("CreateSession", 0);
        blind.remove();
        assertThat(keyed().post("/sessions").statusCode()).isEqualTo(201);
    }

    @Test
    void createReportsUnsettledKeyWhenSecondLookUpFails() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").lag(UNTIL_REMOVED);
        CompletableFuture<Response> here = CompletableFuture.supplyAsync(() -> keyed().post("/sessions"));
        await("the fault has hit", () -> slow.hits() == 1);
        Fault blind = sandbox.faults().always().of("GetSessionsLiteByTransactionId").status(503);
        slow.remove();

        assertProblem(here.join(), 503, "idempotency-unsettled");
        blind.remove();
        Response again = keyed().post("/sessions");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String> path("id")).isEqualTo(here.join().jsonPath().getString("sessionId"));
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void keyIsRejectedForDifferentRequest() {
        String id = keyed().post("/sessions").path("id");

        Response refused = form("""
                {"title": "Another", "documents": [{"fileName": "other.docx"}], "signers": [
                  {"role": "seller 1", "lastName": "Lovelace", "email": "ADA@example.com"},
                  {"role": "Buyer 1", "lastName": "Turing", "email": "turing@example.com"},
                  {"role": "Buyer 2", "lastName": "Hopper", "email": "grace@example.com"}]}""", document())
                .header("Idempotency-Key", key).post("/sessions?start=true");

        assertProblem(refused, 422, "idempotency-key-reused");
        assertThat(problems(refused)).containsExactly(entry("title", "is not that of the session with this key"),
                entry("documents[0].fileName", "is none of the session with this key"),
                entry("signers[1]", "is none of the session with this key"),
                entry("signers[2]", "is none of the session with this key"));
        assertThat(refused.jsonPath().getString("sessionId")).isEqualTo(id);
        assertThatEsign(sandbox).created(1).sessionWithId(id).isDraft();
    }

    @Test
    void keyReturnsSessionThatWasExtended() {
        String id = keyed().post("/sessions").path("id");
        assertThat(form("""
                {"signers": [{"role": "Buyer 2", "lastName": "Hopper", "email": "grace@example.com"}]}""",
                file("document", "more.pdf", new byte[] { 1 })).patch("/sessions/" + id).statusCode()).isEqualTo(204);

        assertThat(keyed().post("/sessions").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "Cancelled", "Deleted" })
    void keyReturnsSessionThatIsOverButStartIsRejected(String status) {
        String id = keyed().post("/sessions").path("id");
        if (status.equals("Cancelled")) {
            otherReplica.cancel(SessionId.of(id));
        } else {
            otherReplica.delete(SessionId.of(id));
        }

        Response again = keyed().post("/sessions");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().<String, Object> getMap("")).contains(entry("id", id), entry("status", status));

        Response refused = keyed().post("/sessions?start=true");
        assertProblem(refused, 409, "invalid-session-state");
        assertThat(problems(refused)).containsExactly(
                entry("Idempotency-Key", "has a session that is " + status + "; give another key"));
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void pausedSessionIsNotStartedAgain() {
        String id = keyed().post("/sessions?start=true").path("id");
        otherReplica.pause(SessionId.of(id));

        Response again = keyed().post("/sessions?start=true");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String> path("status")).isEqualTo("InPaused");
        assertThatEsign(sandbox).called("StartSession", 1);
    }

    @Test
    void startSucceedsWhenAnotherReplicaStartedTheSession() {
        String id = keyed().post("/sessions").path("id");
        Fault slow = sandbox.faults().next(1).of("StartSession").lag(UNTIL_REMOVED);
        CompletableFuture<Response> here = CompletableFuture.supplyAsync(() -> keyed().post("/sessions?start=true"));
        await("the fault has hit", () -> slow.hits() == 1);
        otherReplica.start(SessionId.of(id));
        slow.remove();

        assertThat(here.join().statusCode()).as(here.join().asString()).isEqualTo(200);
        assertThat(here.join().<String> path("status")).isEqualTo("InSent");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\"\"", "a b", "a/b", "..", "50%", "naïve", "a\\b", "a?b", "a#b", "a:b" })
    void keyIsRejectedWhenItCannotBeTransactionId(String unfit) {
        Response refused = form(SESSION, document()).header("Idempotency-Key", unfit).post("/sessions");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("Idempotency-Key");
        assertThatEsign(sandbox).created(0);
    }

    @Test
    void keyIsRejectedWhenTooLong() {
        assertProblem(form(SESSION, document()).header("Idempotency-Key", "k".repeat(129)).post("/sessions"), 422,
                "invalid-request");
        assertThat(form(SESSION, document()).header("Idempotency-Key", "k".repeat(128)).post("/sessions").statusCode())
                .isEqualTo(201);
    }

    @Test
    void transactionIdIsRejectedWhenItDiffersFromKey() {
        Response refused = given().contentType("application/json").header("Idempotency-Key", key)
                .body("{\"title\": \"x\", \"transactionId\": \"other\"}").post("/sessions");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("transactionId");
    }

    @Test
    void sendReturnsBeforeSessionIsStartedInBackground() {
        Fault slow = sandbox.faults().next(1).of("StartSession").lag(UNTIL_REMOVED);

        Response accepted = keyed().header("Prefer", "return=minimal, respond-async").post("/sessions?start=true");

        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        assertThat(accepted.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(accepted.<String> path("status")).isEqualTo("InDraft");
        String location = accepted.header("Location");
        assertThat(given().get(location).<String> path("status")).isEqualTo("InDraft");
        await("the fault has hit", () -> slow.hits() == 1);
        slow.remove();
        await("the session is started", () -> given().get(location).<String> path("status").equals("InSent"));
        assertThat(keyed().header("Prefer", "respond-async").post("/sessions?start=true").statusCode()).isEqualTo(200);
        assertThatEsign(sandbox).called("StartSession", 1);
    }

    @Test
    void sendWaitsForStartAsLongAsPreferred() {
        Response done = keyed().header("Prefer", "respond-async, wait=60").post("/sessions?start=true");

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(201);
        assertThat(done.<String> path("status")).isEqualTo("InSent");
        assertThat(done.header("Preference-Applied")).isEqualTo("respond-async, wait=60");
    }

    @Test
    void startReturnsBeforeSessionIsStartedInBackground() {
        String id = keyed().post("/sessions").path("id");
        Fault slow = sandbox.faults().next(1).of("StartSession").lag(UNTIL_REMOVED);

        Response accepted = given().noContentType().header("Prefer", "respond-async, wait=1")
                .post("/sessions/" + id + "/start");

        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        assertThat(accepted.header("Preference-Applied")).isEqualTo("respond-async, wait=1");
        assertThat(accepted.header("Location")).endsWith("/sessions/" + id);
        assertThat(accepted.<String> path("status")).isEqualTo("InDraft");
        CompletableFuture<Response> joined = CompletableFuture
                .supplyAsync(() -> given().noContentType().post("/sessions/" + id + "/start"));
        slow.remove();
        await("the session is started", () -> given().get("/sessions/" + id).<String> path("status").equals("InSent"));
        assertThat(joined.join().statusCode()).isIn(200, 409);
        assertThat(sandbox.sessions().get(id).status()).isEqualTo("InSent");
    }

    @Test
    void sendReportsWhyStartFailed() {
        sandbox.faults().always().of("StartSession").notReady();

        Response failed = keyed().header("Prefer", "respond-async, wait=60").post("/sessions?start=true");

        assertProblem(failed, 409, "session-not-ready");
        assertThat(failed.jsonPath().getString("sessionId")).isEqualTo(sandbox.sessions().list().get(0).id());
    }

    @ParameterizedTest
    @CsvSource({ "start=yes, start", "start=, start", "returnUrl=https://www.example.com/, returnUrl",
            "start=true&returnUrl=nowhere, returnUrl" })
    void sendRejectsInvalidOptions(String query, String field) {
        Response refused = form(SESSION, document()).post("/sessions?" + query);

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys(field);
        assertThatEsign(sandbox).created(0);
    }

    @Test
    void sendPassesReturnUrlToStart() {
        assertThat(keyed().post("/sessions?start=true&returnUrl=https://www.example.com/back").statusCode()).isEqualTo(201);

        assertThat(sandbox.journal().requests("StartSession").get(0).path()
                + sandbox.journal().requests("StartSession").get(0).query()).contains("www.example.com", "back");
    }

    private RequestSpecification keyed() {
        return form(SESSION, document()).header("Idempotency-Key", key);
    }

    private static MultiPartSpecification document() {
        try {
            return file("document", "agreement.docx",
                    Files.readAllBytes(AGREEMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NewSession session() {
        return NewSession.titled("Agreement").transactionId(key)
                .documents(Document.of("agreement.docx", () -> Files.newInputStream(AGREEMENT)))
                .signers(Signer.as("Seller 1").name("Ada", "Lovelace").email("ada@example.com"),
                        Signer.as("Buyer 1").name(null, "Turing").email("alan@example.com"))
                .build();
    }

    private static List<Response> atOnce(int count, Supplier<Response> request) {
        var threads = Executors.newFixedThreadPool(count);
        try {
            List<CompletableFuture<Response>> answers = IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(request, threads)).toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
