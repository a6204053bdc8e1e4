package dev.esign.service.session;

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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;

/** Idempotency keys, and starts with the create or in the background, over HTTP against the sandbox. */
@QuarkusTest
@TestProfile(SendingTest.Impatient.class)
@WithEsignSandbox
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SendingTest {

    private static final Path AGREEMENT = Path.of("../../docs/samples/purchase-agreement.docx");
    private static final String SESSION = """
            {"title": "Agreement", "documents": [{}], "signers": [
              {"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"},
              {"role": "Buyer 1", "lastName": "Turing", "email": "alan@example.com"}]}""";

    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("esign.service.sessions.key-wait", "1S", "esign.service.sessions.max-background-starts", "1");
        }
    }

    @InjectEsignSandbox
    EsignSandbox sandbox;

    /** Stands for another replica: it knows nothing of the requests that are at work here. */
    @Inject
    SigningSessions otherReplica;

    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameKeyGivesTheSameSession() {
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
    void theSameKeyStartsTheSessionOnce() {
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
    void theKeyMayStandInQuotationMarks() {
        String id = keyed().post("/sessions").path("id");

        assertThat(form(SESSION, document()).header("Idempotency-Key", "\"" + key + "\"").post("/sessions").<String> path("id"))
                .isEqualTo(id);
    }

    @Test
    void aKeyWorksForJsonToo() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            statuses.add(given().contentType("application/json").header("Idempotency-Key", key)
                    .body("{\"title\": \"x\", \"transactionId\": \"" + key + "\"}").post("/sessions").statusCode());
        }
        assertThat(statuses).containsExactly(201, 200);
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void withoutAKeyEachRequestMakesASession() {
        String body = "{\"title\": \"x\", \"transactionId\": \"" + key + "\"}";

        assertThat(given().contentType("application/json").body(body).post("/sessions").statusCode()).isEqualTo(201);
        assertThat(given().contentType("application/json").body(body).post("/sessions").statusCode()).isEqualTo(201);
        assertThatEsign(sandbox).created(2);
    }

    @Test
    void requestsWithTheSameKeyAtTheSameTimeMakeOneSession() {
        List<Response> answers = atOnce(8, () -> keyed().post("/sessions?start=true"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(answers).extracting(answer -> answer.path("id")).containsOnly(answers.get(0).<String> path("id"));
        assertThatEsign(sandbox).called("CreateSession", 1).created(1);
        assertThat(sandbox.sessions().list()).extracting(SandboxSession::status).containsExactly("InSent");
    }

    @Test
    void whoWaitsTooLongForItsTurnIsToldToComeBack() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").lag(Duration.ofSeconds(30));
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> keyed().post("/sessions"));
        await(() -> slow.hits() == 1);

        Response second = keyed().post("/sessions");

        assertProblem(second, 409, "idempotency-key-in-use");
        assertThat(second.header("Retry-After")).isEqualTo("2");
        slow.remove();
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(keyed().post("/sessions").statusCode()).isEqualTo(200);
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void whoWasLaterThanAnotherReplicaDeletesItsOwn() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").lag(Duration.ofSeconds(30));
        CompletableFuture<Response> here = CompletableFuture.supplyAsync(() -> keyed().post("/sessions?start=true"));
        await(() -> slow.hits() == 1);
        SessionId there = otherReplica.create(session());
        slow.remove();

        assertThat(here.join().statusCode()).as(here.join().asString()).isEqualTo(200);
        assertThat(here.join().<String> path("id")).isEqualTo(there.value());
        assertThat(sandbox.sessions().findByTransactionId(key)).extracting(SandboxSession::status)
                .containsExactly("InSent", "Deleted");
    }

    @Test
    void whoWasFirstKeepsItsOwn() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").afterTheWork().lag(Duration.ofSeconds(30));
        CompletableFuture<Response> here = CompletableFuture.supplyAsync(() -> keyed().post("/sessions"));
        await(() -> slow.hits() == 1 && sandbox.sessions().list().size() == 1);
        SessionId there = otherReplica.create(session());
        slow.remove();

        assertThat(here.join().statusCode()).as(here.join().asString()).isEqualTo(201);
        assertThat(here.join().<String> path("id")).isNotEqualTo(there.value());
        assertThat(keyed().post("/sessions").<String> path("id")).isEqualTo(here.join().path("id"));
        assertThatEsign(sandbox).called("DeleteSession", 0);
    }

    @Test
    void aLostAnswerMakesNoSecondSession() {
        Troubles.lostCreate(sandbox);

        assertThat(keyed().post("/sessions?start=true").statusCode()).isEqualTo(201);
        assertThat(keyed().post("/sessions?start=true").statusCode()).isEqualTo(200);
        assertThatEsign(sandbox).called("CreateSession", 1).called("StartSession", 1).created(1);
    }

    @Test
    void aLostAnswerThatCouldntBeSettledIsSettledByTheNextRequest() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").afterTheWork().lag(Duration.ofSeconds(30));
        Troubles.lostCreate(sandbox);
        CompletableFuture<Response> lost = CompletableFuture.supplyAsync(() -> keyed().post("/sessions"));
        await(() -> slow.hits() == 1);
        Fault blind = sandbox.faults().always().of("GetSessionsLiteByTransactionId").status(503);
        slow.remove();
        assertProblem(lost.join(), 502, "outcome-unknown");

        blind.remove();
        assertThat(keyed().post("/sessions").statusCode()).isEqualTo(200);
        assertThatEsign(sandbox).called("CreateSession", 1).created(1);
    }

    @Test
    void createsNothingWhileESignCantBeAskedForTheKey() {
        Fault blind = sandbox.faults().always().of("GetSessionsLiteByTransactionId").status(503);

        Response refused = keyed().post("/sessions");

        assertProblem(refused, 503, "unavailable");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThatEsign(sandbox).called("CreateSession", 0);
        blind.remove();
        assertThat(keyed().post("/sessions").statusCode()).isEqualTo(201);
    }

    @Test
    void saysWhenItCouldntLookAgain() {
        Fault slow = sandbox.faults().next(1).of("CreateSession").lag(Duration.ofSeconds(30));
        CompletableFuture<Response> here = CompletableFuture.supplyAsync(() -> keyed().post("/sessions"));
        await(() -> slow.hits() == 1);
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
    void aKeyBelongsToOneRequest() {
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
    void aSessionThatGotMoreIsStillTheKeys() {
        String id = keyed().post("/sessions").path("id");
        assertThat(form("""
                {"signers": [{"role": "Buyer 2", "lastName": "Hopper", "email": "grace@example.com"}]}""",
                file("document", "more.pdf", new byte[] { 1 })).patch("/sessions/" + id).statusCode()).isEqualTo(204);

        assertThat(keyed().post("/sessions").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "Cancelled", "Deleted" })
    void aSessionThatIsOverIsStillTheKeys(String status) {
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
    void aSessionThatWasTakenBackIsntStartedAgain() {
        String id = keyed().post("/sessions?start=true").path("id");
        otherReplica.pause(SessionId.of(id));

        Response again = keyed().post("/sessions?start=true");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String> path("status")).isEqualTo("InPaused");
        assertThatEsign(sandbox).called("StartSession", 1);
    }

    @Test
    void anotherReplicasStartIsAsGoodAsOnesOwn() {
        String id = keyed().post("/sessions").path("id");
        Fault slow = sandbox.faults().next(1).of("StartSession").lag(Duration.ofSeconds(30));
        CompletableFuture<Response> here = CompletableFuture.supplyAsync(() -> keyed().post("/sessions?start=true"));
        await(() -> slow.hits() == 1);
        otherReplica.start(SessionId.of(id));
        slow.remove();

        assertThat(here.join().statusCode()).as(here.join().asString()).isEqualTo(200);
        assertThat(here.join().<String> path("status")).isEqualTo("InSent");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\"\"", "a b", "a/b", "..", "50%", "naïve", "a\\b", "a?b", "a#b", "a:b" })
    void refusesKeysThatCantBeTransactionIds(String unfit) {
        Response refused = form(SESSION, document()).header("Idempotency-Key", unfit).post("/sessions");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("Idempotency-Key");
        assertThatEsign(sandbox).created(0);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertProblem(form(SESSION, document()).header("Idempotency-Key", "k".repeat(129)).post("/sessions"), 422,
                "invalid-request");
        assertThat(form(SESSION, document()).header("Idempotency-Key", "k".repeat(128)).post("/sessions").statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesATransactionIdThatIsntTheKey() {
        Response refused = given().contentType("application/json").header("Idempotency-Key", key)
                .body("{\"title\": \"x\", \"transactionId\": \"other\"}").post("/sessions");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("transactionId");
    }

    @Test
    void startsInTheBackground() {
        Fault slow = sandbox.faults().next(1).of("StartSession").lag(Duration.ofSeconds(30));

        Response accepted = keyed().header("Prefer", "return=minimal, respond-async").post("/sessions?start=true");

        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        assertThat(accepted.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(accepted.<String> path("status")).isEqualTo("InDraft");
        String location = accepted.header("Location");
        assertThat(given().get(location).<String> path("status")).isEqualTo("InDraft");
        await(() -> slow.hits() == 1);
        slow.remove();
        await(() -> given().get(location).<String> path("status").equals("InSent"));
        assertThat(keyed().header("Prefer", "respond-async").post("/sessions?start=true").statusCode()).isEqualTo(200);
        assertThatEsign(sandbox).called("StartSession", 1);
    }

    @Test
    void waitsInTheForegroundAsLongAsTheCallerLikes() {
        Response done = keyed().header("Prefer", "respond-async, wait=30").post("/sessions?start=true");

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(201);
        assertThat(done.<String> path("status")).isEqualTo("InSent");
        assertThat(done.header("Preference-Applied")).isEqualTo("respond-async, wait=30");
    }

    @Test
    void startsASessionThatIsThereInTheBackground() {
        String id = keyed().post("/sessions").path("id");
        Fault slow = sandbox.faults().next(1).of("StartSession").lag(Duration.ofSeconds(30));

        Response accepted = given().noContentType().header("Prefer", "respond-async, wait=1")
                .post("/sessions/" + id + "/start");

        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        assertThat(accepted.header("Preference-Applied")).isEqualTo("respond-async, wait=1");
        assertThat(accepted.header("Location")).endsWith("/sessions/" + id);
        assertThat(accepted.<String> path("status")).isEqualTo("InDraft");
        CompletableFuture<Response> joined = CompletableFuture
                .supplyAsync(() -> given().noContentType().post("/sessions/" + id + "/start"));
        slow.remove();
        await(() -> given().get("/sessions/" + id).<String> path("status").equals("InSent"));
        assertThat(joined.join().statusCode()).isIn(200, 409);
        assertThat(sandbox.sessions().get(id).status()).isEqualTo("InSent");
    }

    @Test
    void aStartThatFailsInTheForegroundTellsWhy() {
        sandbox.faults().always().of("StartSession").notReady();

        Response failed = keyed().header("Prefer", "respond-async, wait=30").post("/sessions?start=true");

        assertProblem(failed, 409, "session-not-ready");
        assertThat(failed.jsonPath().getString("sessionId")).isEqualTo(sandbox.sessions().list().get(0).id());
    }

    @Test
    void createsNothingThatItCantStart() {
        Fault slow = sandbox.faults().next(1).of("StartSession").lag(Duration.ofSeconds(30));
        assertThat(keyed().header("Prefer", "respond-async").post("/sessions?start=true").statusCode()).isEqualTo(202);

        Response refused = form(SESSION, document()).header("Prefer", "respond-async").post("/sessions?start=true");

        assertProblem(refused, 503, "overloaded");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThatEsign(sandbox).called("CreateSession", 1);
        await(() -> slow.hits() == 1);
        slow.remove();
        // The place is free again.
        await(() -> form(SESSION, document()).header("Prefer", "respond-async").post("/sessions?start=true")
                .statusCode() == 202);
    }

    @Test
    void aRefusedCreateGivesItsPlaceBack() {
        for (int i = 0; i < 3; i++) {
            Troubles.refused(sandbox, "CreateSession", "Error: no.");
            assertProblem(form(SESSION, document()).header("Prefer", "respond-async").post("/sessions?start=true"), 422,
                    "refused");
        }
    }

    @ParameterizedTest
    @CsvSource({ "start=yes, start", "start=, start", "returnUrl=https://www.example.com/, returnUrl",
            "start=true&returnUrl=nowhere, returnUrl" })
    void refusesOptionsThatMakeNoSense(String query, String field) {
        Response refused = form(SESSION, document()).post("/sessions?" + query);

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys(field);
        assertThatEsign(sandbox).created(0);
    }

    @Test
    void startsWithTheGivenReturnUrl() {
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

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
