package dev.esign.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.testing.Troubles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Each kind of failure is told as what it is. */
@QuarkusTest
class FailuresTest extends ApplicationTest {

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "reactive" })
    void eachHasItsKind(String style) {
        String id = done(style, DEFAULT, "create", "title", "Sale", "files", AGREEMENT, "tags", "yes");

        Troubles.refusedTokens(sandbox, "GetSession");
        fails(style, "AuthenticationException", DEFAULT, "get", "session", id);
        assertThat(fails(style, "AuthenticationException", "stranger", "get", "session", id).getString("message"))
                .contains("(account stranger)", "Invalid API key");

        sandbox.faults().clear();
        Troubles.refused(sandbox, "CreateSession", "Error: that title is taken");
        JsonPath refused = fails(style, "ValidationException", DEFAULT, "create", "title", "Sale", "bytes", "10");
        assertThat(refused.getList("texts")).isEqualTo(List.of("Error: that title is taken"));

        fails(style, "NotFoundException", DEFAULT, "get", "session", "unknown");
        Troubles.tooManyCalls(sandbox, "GetSession", 1, Duration.ofSeconds(30));
        fails(style, "RateLimitedException", "hasty", "get", "session", id);
        sandbox.faults().always().of("GetSession").silence();
        fails(style, "EsignTimeoutException", "impatient", "get", "session", id);
        sandbox.faults().clear();
        Troubles.foreignAnswers(sandbox, "GetSession");
        fails(style, "ProtocolException", DEFAULT, "get", "session", id);
        sandbox.faults().clear();
        Troubles.unavailable(sandbox);
        fails(style, "UnavailableException", DEFAULT, "get", "session", id);
        fails(style, "UnavailableException", "closed", "get", "session", id);
        sandbox.faults().clear();

        Troubles.unknownCreate(sandbox);
        assertThat(fails(style, "OutcomeUnknownException", DEFAULT, "create", "title", "Sale", "bytes", "10", "transaction",
                "deal-7").getString("transaction")).isEqualTo("deal-7");
        sandbox.faults().clear();

        Troubles.notReady(sandbox, 2);
        assertThat(fails(style, "SessionNotReadyException", "hasty", "start", "session", id).getString("session"))
                .isEqualTo(id);
        done(style, DEFAULT, "start", "session", id);
        done(style, DEFAULT, "cancel", "session", id);
        fails(style, "InvalidSessionStateException", DEFAULT, "start", "session", id);
    }

    @Test
    void aCreateWhoseAnswerGotLostIsFound() {
        Troubles.lostCreate(sandbox);
        String id = done("blocking", DEFAULT, "create", "title", "Sale", "bytes", "10");
        assertThat(sandbox.sessions().list()).extracting("id").containsExactly(id);
    }

    @Test
    void whatCantBeSentIsRefusedWithoutACall() {
        var refused = call("blocking", DEFAULT, "create", "title", " ", "bytes", "10");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("kind")).isEqualTo("InvalidSessionException");
        assertThat(refused.jsonPath().getString("message")).contains("title: is blank");
        assertThat(call("reactive", "unknown", "get", "session", "x").jsonPath().getString("message"))
                .contains("there is no eSign account 'unknown'");
    }

    private static JsonPath fails(String style, String kind, String account, String operation, String... arguments) {
        var response = call(style, account, operation, arguments);
        assertThat(response.statusCode()).as(operation + ": " + response.asString()).isEqualTo(502);
        assertThat(response.jsonPath().getString("kind")).as(response.asString()).isEqualTo(kind);
        assertThat(response.jsonPath().getString("account")).isEqualTo(account);
        return response.jsonPath();
    }
}
