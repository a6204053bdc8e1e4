package dev.esign.service;

import static dev.esign.service.Api.assertProblem;
import static dev.esign.service.Api.created;
import static dev.esign.service.Api.post;
import static dev.esign.service.Api.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Sign-in addresses over HTTP, against the sandbox. */
@QuarkusTest
@WithEsignSandbox
@TestProfile(SpecialSettings.class)
class SignInTest {

    @Test
    void signInUrlOpensSession() {
        String id = created();

        Response made = post("/sign-in-urls", "{\"sessionId\": \"" + id + "\"}");

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.<String> path("url")).startsWith("http").contains("token=").contains("ssid=" + id);
        assertThat(post("/sign-in-urls", "{\"sessionId\": \"" + id + "\"}").<String> path("url"))
                .isNotEqualTo(made.<String> path("url"));
    }

    @Test
    void signInUrlOpensConfiguredPage() {
        String id = created();

        Response made = post("/sign-in-urls",
                """
                        {"sessionId": "%s", "landingPage": "step2", "themeUrl": "https://www.example.com/", "transactionName": "order 1",
                         "headerShown": false, "leftMenuShown": false, "packagesAllowed": true, "templatesAllowed": true,
                         "newSessionsAllowed": true, "transactionNameLocked": true}"""
                        .formatted(id));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(200);
        assertThat(made.<String> path("url")).startsWith("https://client.example.com/Account/LogMeIn?token=").contains(
                "ssid=" + id, "landingPage=step2", "themeUrl=https%3A%2F%2Fwww.example.com%2F", "filterByTxName=order%201",
                "showHeader=false", "showLeftMenu=false", "allowAddPackage=true", "allowApplyTemplate=true",
                "allowAddSession=true", "disableTransactionName=true");
    }

    @Test
    void signInUrlRequestListsAllProblems() {
        assertThat(problems(post("/sign-in-urls", "{}"))).containsExactly(entry("sessionId", "is missing; name the session"));
        Response refused = post("/sign-in-urls", "{\"sessionId\": \"../1\", \"landingPage\": \"home\", \"themeUrl\": \"x\"}");
        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("sessionId", "landingPage", "themeUrl");
        assertThat(problems(post("/sign-in-urls", "{\"landingPage\": \"preview\"}"))).containsOnlyKeys("landingPage");
        assertProblem(post("/sign-in-urls", "null"), 422, "invalid-request");
    }

    @Test
    void signInUrlRequestRejectsBaseUrl() {
        assertProblem(post("/sign-in-urls", "{\"baseUrl\": \"https://thief.example.com\"}"), 400, "malformed-request");
    }
}
