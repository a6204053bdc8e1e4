package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class AuthenticationTest extends SandboxTest {

    @Override
    EsignSandbox.Builder configure(EsignSandbox.Builder builder) {
        return builder.apiKeys("key", "a/b+c=d e%2Fö€").tokenLifetime(Duration.ofSeconds(10));
    }

    @Test
    void encryptsWithoutAuthorization() {
        HttpResponse<String> answer = client.get("/rest/v1/encrypt/key/salt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        JsonNode envelope = Client.json(answer.body());
        assertThat(envelope.path("Message").asText()).isEqualTo("Success");
        assertThat(envelope.path("ReturnValue").asText()).isNotBlank().doesNotContain("key");
        assertThat(envelope.path("Details").isArray()).isTrue();
        assertThat(envelope.path("Details")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "salt", "s/t", "a+b", "a=b", "a b", "ö", "%2F", "?#&" })
    void takesAnyTextInAPathSegment(String salt) {
        String key = "a/b+c=d e%2Fö€";

        JsonNode answer = client.getToken(client.encrypt(key, salt), salt);

        assertThat(answer.path("Message").asText()).as(answer.toString()).isEqualTo("Success");
    }

    @Test
    void aPlusInAPathIsAPlus() {
        String plain = Client.json(client.get("/rest/v1/encrypt/key/a+b").body()).path("ReturnValue").asText();

        assertThat(client.getToken(plain, "a+b").path("Message").asText()).isEqualTo("Success");
        assertThat(client.getToken(plain, "a b").path("Message").asText()).isEqualTo("Error");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/rest/v1/encrypt//salt", "/rest/v1/encrypt/key/", "/rest/v1/encrypt//" })
    void refusesAnEmptyTextOrSalt(String path) {
        JsonNode answer = Client.json(client.get(path).body());

        assertThat(answer.path("Message").asText()).isEqualTo("Error");
        assertThat(answer.path("ReturnValue").isNull()).isTrue();
        assertThat(Client.details(answer)).singleElement().asString().startsWith("Error: The").endsWith("is empty.");
    }

    @Test
    void refusesAPathThatIsNoUtf8() {
        assertThat(client.get("/rest/v1/encrypt/%ff/salt").statusCode()).isEqualTo(400);
    }

    @Test
    void aKeyEncryptedOnceOutlivesTheSandbox() {
        String encrypted = client.encrypt("key", "salt");
        try (EsignSandbox other = EsignSandbox.builder().apiKeys("key").start()) {
            assertThat(new Client(other.url()).getToken(encrypted, "salt").path("Message").asText()).isEqualTo("Success");
        }
    }

    @Test
    void takesAKeyThatWasEncryptedElsewhereAsItIs() {
        try (EsignSandbox other = EsignSandbox.builder().apiKeys("key").encryptedApiKeys("c2VjcmV0").start()) {
            Client client = new Client(other.url());
            assertThat(client.getToken("c2VjcmV0", "salt").path("Message").asText()).isEqualTo("Success");
            assertThat(Client.details(client.getToken("c2VjcmV1", "salt")))
                    .containsExactly("Error: Invalid user account information");
        }
    }

    @Test
    void refusesAnUnknownKey() {
        JsonNode answer = client.getToken(client.encrypt("other", "salt"), "salt");

        assertThat(answer.path("Message").asText()).isEqualTo("Error");
        assertThat(answer.path("ReturnValue").isNull()).isTrue();
        assertThat(Client.details(answer)).containsExactly("Error: Invalid API key");
    }

    @Test
    void acceptsAnyKeyWhenNoneWasNamed() {
        try (EsignSandbox open = EsignSandbox.start()) {
            Client other = new Client(open.url());
            assertThat(other.getToken(other.encrypt("whatever", "salt"), "salt").path("Message").asText())
                    .isEqualTo("Success");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "key", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
    void refusesWhatItCannotDecrypt(String header) {
        assertThat(Client.details(client.getToken(header, "salt"))).containsExactly(
                "Error: Invalid user account information");
    }

    @Test
    void refusesAnotherSaltAnEmptySaltAndAMissingHeader() {
        String encrypted = client.encrypt("key", "salt");
        String text = "Error: Invalid user account information";

        assertThat(Client.details(client.getToken(encrypted, "pepper"))).containsExactly(text);
        assertThat(Client.details(client.getToken(encrypted, ""))).containsExactly(text);
        assertThat(Client.details(Client.json(client.get("/rest/v1/gettoken/salt").body()))).containsExactly(text);
    }

    @Test
    void aTokenWorksOnce() {
        String token = client.token();

        assertThat(landingUrl(token)).contains("Success");
        assertThat(landingUrl(token)).isEqualTo("null");
    }

    @Test
    void aTokenIsSpentEvenByACallThatFails() {
        String token = client.token();
        client.send(client.request("/rest/v1/sessions").header("Authorization", token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{")));

        assertThat(landingUrl(token)).isEqualTo("null");
    }

    @Test
    void aTokenExpires() {
        String early = client.token();
        String late = client.token();
        clock.advance(Duration.ofMillis(9_999));
        assertThat(landingUrl(early)).contains("Success");
        clock.advance(Duration.ofMillis(1));
        assertThat(landingUrl(late)).isEqualTo("null");
    }

    @Test
    void tokensNeedNoEncodingInAUrl() {
        assertThat(client.token()).matches("[A-Za-z0-9_-]{40,}");
    }

    @Test
    void ofTwoConcurrentUsesOfATokenOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 25; round++) {
                String token = client.token();
                Callable<String> use = () -> landingUrl(token);
                List<Future<String>> answers = threads.invokeAll(List.of(use, use));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsOnlyOnce("null")
                        .anyMatch(answer -> answer.contains("Success"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyCallThatNeedsATokenAnswersNullWithoutOne() {
        for (String authorization : List.of("", "unknown", "Bearer " + client.token())) {
            assertThat(landingUrl(authorization)).isEqualTo("null");
            assertThat(send("GET", "/rest/v1/sessions/" + NO_GUID, authorization, "")).isEqualTo("null");
            assertThat(send("PUT", "/rest/v1/sessions/" + NO_GUID + "/start", authorization, "")).isEqualTo("null");
            assertThat(send("POST", "/rest/v1/sessions", authorization, body("'Title':'x'", "", ""))).isEqualTo("null");
            assertThat(send("POST", "/rest/v1/sessions/updatesession", authorization, "{}")).isEqualTo("null");
        }
        assertThat(sessionCount()).isZero();
    }

    @Test
    void theLandingUrlTakesParametersWithoutASeparator() {
        assertThat(Client.json(landingUrl(client.token())).path("ReturnValue").asText())
                .isEqualTo(sandbox.url() + "/signin?");
        assertThat(landingUrl(client.token())).contains("http:\\/\\/127.0.0.1:");
    }

    private String landingUrl(String token) {
        return send("GET", "/rest/v1/landingurl", token, "");
    }

    private String send(String verb, String path, String authorization, String body) {
        HttpResponse<String> answer = client.send(client.request(path).header("Authorization", authorization)
                .header("Content-Type", "application/json").method(verb, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
