package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.RawClient.End;
import dev.esign.sandbox.RawClient.Received;

class FaultsTest extends SandboxTest {

    private static final String BODY = body("'Title':'Offer'", DOCUMENT, SIGNER);
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void theAnswerToACreateGetsLostThoughTheSessionExists() throws Exception {
        Fault fault = sandbox.faults().next(1).of("CreateSession").loseTheAnswer();

        Received received = RawClient.exchange(sandbox.port(), create(client.token(), BODY));

        assertThat(received).isEqualTo(new Received("", End.CLOSED));
        assertThat(sessionCount()).isOne();
        assertThat(fault.hits()).isOne();
        assertThat(fault.isActive()).isFalse();
        assertThat(client.create(BODY).path("Message").asText()).isEqualTo("Success");
    }

    @Test
    void aConnectionThatIsDroppedLeavesNothingBehind() throws Exception {
        sandbox.faults().next(1).of("CreateSession").dropTheConnection();
        String token = client.token();

        assertThat(RawClient.exchange(sandbox.port(), create(token, BODY)).text()).isEmpty();

        assertThat(sessionCount()).isZero();
        assertThat(RawClient.exchange(sandbox.port(), create(token, BODY)).text()).as("the token is still good")
                .contains("Success");
    }

    @Test
    void aClientThatIsStillSendingIsResetWithoutAnAnswer() throws Exception {
        sandbox.faults().next(1).of("CreateSession").dropTheConnection();

        Received received = RawClient.exchange(sandbox.port(), create(client.token(), BODY + " ".repeat(20_000_000)));

        assertThat(received).isEqualTo(new Received("", End.RESET));
    }

    @Test
    void aConnectionThatWouldBeKeptAliveIsClosedToo() throws Exception {
        sandbox.faults().next(1).of("GetLandingURL").dropTheConnection();
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            String request = "GET /rest/v1/landingurl HTTP/1.1\r\nHost: x\r\nAuthorization: x\r\n\r\n";

            assertThat(RawClient.exchange(socket, request)).isEqualTo(new Received("", End.CLOSED));
        }
        assertThat(client.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void theClientHearsNothingUntilTheFaultIsRemoved() throws Exception {
        Fault fault = sandbox.faults().next(1).of("CreateSession").silence();
        String token = client.token();
        CompletableFuture<Received> received = CompletableFuture.supplyAsync(() -> exchange(create(token, BODY)));
        await(() -> fault.hits() == 1);
        assertThat(received).isNotDone();

        fault.remove();

        assertThat(received.get().text()).isEmpty();
        assertThat(sessionCount()).isZero();
    }

    @Test
    void aSilenceEndsByItself() throws Exception {
        sandbox.faults().next(1).of("CreateSession").afterTheWork().silence(Duration.ofMillis(20));

        assertThat(RawClient.exchange(sandbox.port(), create(client.token(), BODY))).isEqualTo(new Received("", End.CLOSED));
        assertThat(sessionCount()).isOne();
    }

    @Test
    void clearingReleasesWhateverWaits() throws Exception {
        Fault silence = sandbox.faults().next(1).of("CreateSession").silence();
        Fault lag = sandbox.faults().next(1).of("GetLandingURL").lag(LONG);
        String token = client.token();
        CompletableFuture<Received> silent = CompletableFuture.supplyAsync(() -> exchange(create(token, BODY)));
        CompletableFuture<HttpResponse<String>> lagging = CompletableFuture
                .supplyAsync(() -> client.send(client.withToken("/rest/v1/landingurl")));
        await(() -> silence.hits() == 1 && lag.hits() == 1);
        assertThat(sandbox.faults().active()).isEmpty();

        sandbox.faults().clear();

        assertThat(silent.get().text()).isEmpty();
        assertThat(lagging.get().body()).contains("Success");
    }

    @Test
    void closingTheSandboxEndsWhateverWaits() throws Exception {
        Fault silence = sandbox.faults().always().silence();
        CompletableFuture<Received> received = CompletableFuture.supplyAsync(() -> exchange(create("x", BODY)));
        await(() -> silence.hits() == 1);

        sandbox.close();

        assertThat(received.get().text()).isEmpty();
    }

    @Test
    void lagsBehind() {
        sandbox.faults().next(1).of("GetLandingURL").lag(Duration.ofMillis(120));
        long start = System.nanoTime();

        String answer = client.send(client.request("/rest/v1/landingurl").header("Authorization", "x")).body();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        assertThat(answer).isEqualTo("null");
    }

    @Test
    void aRandomLagStaysWithinItsBounds() {
        sandbox.faults().next(20).of("GetLandingURL").lag(Duration.ZERO, Duration.ofMillis(5));

        for (int i = 0; i < 20; i++) {
            assertThat(client.send(client.withToken("/rest/v1/landingurl")).body()).contains("Success");
        }
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @Test
    void answersTrickle() throws Exception {
        sandbox.faults().next(1).of("CreateSession").trickle(100, Duration.ofMillis(10));
        long start = System.nanoTime();

        HttpResponse<String> answer = client.post("/rest/v1/sessions", BodyPublishers.ofString(BODY));

        int pieces = (answer.body().length() + 99) / 100;
        assertThat(pieces).isGreaterThan(5);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(10L * (pieces - 1)));
        assertThat(Client.json(answer.body()).path("Message").asText()).isEqualTo("Success");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 17, 1_000_000 })
    void answersAreCutOffThoughAllOfThemWasAnnounced(int bytes) throws Exception {
        sandbox.faults().next(1).of("CreateSession").truncateTheAnswer(bytes);

        Received received = RawClient.exchange(sandbox.port(), create(client.token(), BODY));

        assertThat(received.text()).startsWith("HTTP/1.1 200");
        String[] parts = received.text().split("\r\n\r\n", 2);
        int announced = Integer.parseInt(parts[0].replaceFirst("(?is).*content-length: (\\d+).*", "$1"));
        assertThat(parts[1]).hasSize(Math.min(bytes, announced - 1));
        assertThat(received.end()).isEqualTo(End.CLOSED);
        assertThat(sessionCount()).isOne();
    }

    @Test
    void answersOfUnknownLengthAreCutOffAndTrickleToo() throws Exception {
        JsonNode created = createReady();
        client.start(created);
        sandbox.sessions().signAll(Client.id(created));
        String path = "/_sandbox/operations/session-files/" + Client.id(created);
        sandbox.faults().next(1).of("GetSessionFiles").trickle(20, Duration.ofMillis(1));
        assertThat(client.list(path).path("Message").asText()).isEqualTo("Success");
        sandbox.faults().next(1).of("GetSessionFiles").truncateTheAnswer(20);

        Received received = RawClient.exchange(sandbox.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Authorization: " + client.token() + "\r\n\r\n");

        assertThat(received.text()).startsWith("HTTP/1.1 200").contains("14\r\n{").as("the mark of its end")
                .doesNotContain("\r\n0\r\n");
        assertThat(received.end()).isEqualTo(End.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 429, 500, 502, 503, 599 })
    void answersAStatusWithAPageOfHtml(int status) {
        sandbox.faults().next(1).of("GetLandingURL").status(status);
        String token = client.token();

        HttpResponse<String> answer = client.send(client.request("/rest/v1/landingurl").header("Authorization", token));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
        assertThat(client.send(client.request("/rest/v1/landingurl").header("Authorization", token)).body())
                .as("the token is still good").contains("Success");
    }

    @Test
    void saysWhenToTryAgain() {
        sandbox.faults().next(1).status(503, RetryAfter.seconds(Duration.ofMillis(1_500)));
        sandbox.faults().next(1).status(429, RetryAfter.date(Duration.ofSeconds(60)));

        HttpResponse<String> first = client.get("/rest/v1/landingurl");
        Instant before = Instant.now();
        HttpResponse<String> second = client.get("/rest/v1/landingurl");

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(second.statusCode()).isEqualTo(429);
        String date = second.headers().firstValue("Retry-After").orElseThrow();
        assertThat(date).matches("\\w{3}, \\d{2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                .isBetween(before.plusSeconds(60), Instant.now().plusSeconds(61));
    }

    @Test
    void aGatewayFailsAfterTheWorkWasDone() {
        sandbox.faults().next(1).of("CreateSession").afterTheWork().status(502);

        assertThat(client.post("/rest/v1/sessions", BodyPublishers.ofString(BODY)).statusCode()).isEqualTo(502);
        assertThat(sessionCount()).isOne();
    }

    @Test
    void aRefusedTokenIsAnsweredByNullAndSpent() {
        sandbox.faults().next(1).of("GetLandingURL").answerNull();
        String token = client.token();

        assertThat(landingUrl(token)).isEqualTo("null");
        assertThat(landingUrl(token)).isEqualTo("null");
        assertThat(landingUrl(client.token())).contains("Success");
    }

    @Test
    void anAnswerOfNullNeedsAGoodTokenToBeUsedUp() {
        Fault fault = sandbox.faults().next(1).of("GetLandingURL").answerNull();

        landingUrl("bad");

        assertThat(fault.hits()).isZero();
    }

    @Test
    void refusesInItsOwnWords() {
        sandbox.faults().next(5).answerErrors("Error: Username not found.", "And more.");

        JsonNode encrypted = Client.json(client.get("/rest/v1/encrypt/a/b").body());
        sandbox.faults().clear();
        sandbox.faults().always().of("CreateSession", "StartSession", "GetSessionsLiteByTransactionId")
                .answerErrors("Error: Username not found.", "And more.");
        JsonNode created = client.create(BODY);
        JsonNode started = client.startAt("/rest/v1/sessions/" + NO_GUID + "/start");
        JsonNode list = client.list("/rest/v1/sessions/lite/a/b/1/0/sortBy");

        assertThat(encrypted.path("ReturnValue").isNull()).isTrue();
        assertThat(List.of(encrypted, created, started, list)).allSatisfy(answer -> {
            assertThat(answer.path("Message").asText()).isEqualTo("Error");
            assertThat(Client.details(answer)).containsExactly("Error: Username not found.", "And more.");
        });
        assertThat(created.path("SigningSessionId").asText()).isEqualTo(NO_GUID);
        assertThat(started.path("ReturnValue").asText()).isEqualTo("False");
        assertThat(list.path("TotalCount").asInt(-1)).isZero();
        assertThat(sessionCount()).isZero();
    }

    @Test
    void aStartIsNotReadyAsOftenAsWanted() {
        sandbox.faults().next(2).notReady();
        JsonNode created = createReady();

        for (int i = 0; i < 2; i++) {
            JsonNode refused = client.start(created);
            assertThat(refused.path("ReturnValue").asText()).isEqualTo("False");
            assertThat(Client.details(refused)).singleElement().asString().contains("still being processed");
        }
        assertThat(client.start(created).path("ReturnValue").asText()).isEqualTo("True");
    }

    @Test
    void tokensExpireEarly() {
        sandbox.faults().next(2).tokensExpireAfter(Duration.ofSeconds(2));
        String early = client.token();
        String late = client.token();
        String normal = client.token();

        clock.advance(Duration.ofMillis(1_999));
        assertThat(landingUrl(early)).contains("Success");
        clock.advance(Duration.ofMillis(1));
        assertThat(landingUrl(late)).isEqualTo("null");
        assertThat(landingUrl(normal)).contains("Success");
    }

    @Test
    void tokensAreRefusedAtOnce() {
        sandbox.faults().next(1).of("GetToken").tokensExpireAfter(Duration.ZERO);

        assertThat(landingUrl(client.token())).isEqualTo("null");
        assertThat(landingUrl(client.token())).contains("Success");
    }

    @Test
    void answersWhatIsNoJson() {
        sandbox.faults().next(1).of("GetLandingURL").answerHtml();
        sandbox.faults().next(1).of("GetLandingURL").answerGarbage();
        sandbox.faults().next(1).of("GetLandingURL").answer(201, "text/plain", "grüß dich");

        List<HttpResponse<String>> answers = IntStream.range(0, 3)
                .mapToObj(i -> client.send(client.withToken("/rest/v1/landingurl"))).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200, 201);
        assertThat(answers).extracting(answer -> answer.headers().firstValue("Content-Type").orElse(""))
                .containsExactly("text/html; charset=utf-8", "application/json; charset=utf-8", "text/plain");
        assertThat(answers.get(0).body()).contains("<html");
        assertThat(answers.get(2).body()).isEqualTo("grüß dich");
        assertThat(answers.get(1).body()).startsWith("{").doesNotEndWith("}");
    }

    @Test
    void faultsAreMetInTheOrderOfTheirSettingUp() {
        Fault lag = sandbox.faults().next(1).lag(Duration.ofMillis(1));
        Fault first = sandbox.faults().next(1).status(503);
        Fault second = sandbox.faults().next(1).status(500);

        assertThat(client.get("/rest/v1/landingurl").statusCode()).isEqualTo(503);
        assertThat(List.of(lag.hits(), first.hits(), second.hits())).containsExactly(1L, 1L, 0L);
        assertThat(client.get("/rest/v1/landingurl").statusCode()).isEqualTo(500);
    }

    @Test
    void aSeedChoosesTheSameCallsAgain() {
        Function<Long, List<Integer>> run = seed -> {
            Fault fault = sandbox.faults().always().of("GetLandingURL").withProbability(0.3, seed).status(503);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                statuses.add(client.get("/rest/v1/landingurl").statusCode());
            }
            fault.remove();
            assertThat(fault.hits()).isEqualTo(statuses.stream().filter(status -> status == 503).count());
            return statuses;
        };

        List<Integer> statuses = run.apply(7L);

        assertThat(run.apply(7L)).isEqualTo(statuses).contains(200, 503);
        assertThat(run.apply(8L)).isNotEqualTo(statuses);
    }

    @Test
    void aLimitedFaultHitsNoMoreThanItShouldHoweverManyCallsCompete() throws Exception {
        Fault fault = sandbox.faults().next(10).status(503);

        List<CompletableFuture<Integer>> calls = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.get("/rest/v1/landingurl").statusCode())).toList();

        assertThat(calls.stream().map(CompletableFuture::join).filter(status -> status == 503)).hasSize(10);
        assertThat(fault.hits()).isEqualTo(10);
        assertThat(fault.isActive()).isFalse();
    }

    @Test
    void onlyNamedMethodsFailAndPagesNever() {
        sandbox.faults().always().of("StartSession", "UpdateSession").status(503);
        assertThat(client.create(BODY).path("Message").asText()).isEqualTo("Success");

        sandbox.faults().always().status(503);
        assertThat(client.get("/").statusCode()).isEqualTo(200);
        assertThat(client.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhatIsSetUp() {
        Fault fault = sandbox.faults().next(2).of("CreateSession").withProbability(0.5, 3).afterTheWork().dropTheConnection();
        sandbox.faults().always().lag(Duration.ofMillis(50), Duration.ofMillis(2_000));
        sandbox.faults().always().of("GetToken").status(503, RetryAfter.date(Duration.ofSeconds(2)));

        assertThat(fault.description())
                .isEqualTo("next 2 of CreateSession, with probability 0.5 (seed 3), after the work: connection dropped");
        assertThat(sandbox.faults().active()).extracting(Fault::description).containsExactly(fault.description(),
                "always of any method: lag of 50 ms to 2 s", "always of GetToken: status 503, Retry-After 2 s as a date");
        assertThat(sandbox.faults().active()).extracting(Fault::id).doesNotHaveDuplicates();
        fault.remove();
        fault.remove();
        assertThat(fault.isActive()).isFalse();
        assertThat(sandbox.faults().active()).hasSize(2);
    }

    @Test
    void refusesWhatMakesNoSense() {
        FaultyCalls calls = sandbox.faults().always();
        List<Runnable> nonsense = List.of(() -> sandbox.faults().next(0), calls::of, () -> calls.of("CreateSessions"),
                () -> calls.withProbability(0, 1), () -> calls.withProbability(1.1, 1),
                () -> calls.withProbability(Double.NaN, 1),
                () -> calls.lag(Duration.ZERO), () -> calls.lag(Duration.ofMinutes(61)),
                () -> calls.lag(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                () -> calls.lag(Duration.ofSeconds(-1), Duration.ofSeconds(1)), () -> calls.trickle(0, LONG),
                () -> calls.trickle(1, Duration.ZERO), () -> calls.silence(Duration.ZERO), () -> calls.truncateTheAnswer(-1),
                () -> calls.status(399), () -> calls.status(600), () -> RetryAfter.seconds(Duration.ofSeconds(-1)),
                () -> calls.answer(204, "text/plain", "x"), () -> calls.answer(200, "text/plain\r\nX: y", "x"),
                () -> calls.answer(200, "text/plain", ""), calls::answerErrors, () -> calls.answerErrors(" "),
                () -> calls.of("GetSession").notReady(), () -> calls.of("CreateSession").tokensExpireAfter(LONG),
                () -> calls.tokensExpireAfter(Duration.ofMillis(-1)));

        assertThat(nonsense).allSatisfy(
                attempt -> assertThatIllegalArgumentException().isThrownBy(attempt::run).withMessageMatching("(?s).{15,}"));
        assertThatIllegalArgumentException().isThrownBy(() -> calls.of("CreateSessions"))
                .withMessageContainingAll("CreateSessions", "CreateSession,", "StartSession");
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @Test
    void thereIsAnEndToFaults() {
        for (int i = 0; i < 1_000; i++) {
            sandbox.faults().next(1).of("UpdateSession").answerNull();
        }

        assertThatIllegalStateException().isThrownBy(() -> sandbox.faults().next(1).answerNull())
                .withMessageContaining("1000");
    }

    private String landingUrl(String token) {
        return client.send(client.request("/rest/v1/landingurl").header("Authorization", token)).body();
    }

    private Received exchange(String request) {
        try {
            return RawClient.exchange(sandbox.port(), request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String create(String token, String body) {
        return "POST /rest/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: " + token + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(2);
        }
    }
}
