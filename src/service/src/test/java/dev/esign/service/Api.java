package dev.esign.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;

/** Requests that more than one test sends, and what problems look like. */
final class Api {

    private Api() {
    }

    static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    static Response patch(String path, String body) {
        return given().contentType("application/json").body(body).patch(path);
    }

    /** The id of a new session with a document and a signer, in draft. */
    static String created(String transactionId) {
        Response created = post("/sessions", """
                {"title": "Purchase agreement", "transactionId": "%s",
                 "documents": [{"fileName": "agreement.pdf", "content": "JVBERi0="}],
                 "signers": [{"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"}]}
                """.formatted(transactionId));
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.path("id");
    }

    static String created() {
        return created(UUID.randomUUID().toString());
    }

    /** The id of such a session that was started. */
    static String started() {
        String id = created();
        assertThat(given().noContentType().post("/sessions/" + id + "/start").statusCode()).isEqualTo(200);
        return id;
    }

    static String status(String id) {
        return given().get("/sessions/" + id).jsonPath().getString("status");
    }

    static void assertProblem(Response response, int status, String type) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:esign:problem:" + type);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
    }

    /** What is wrong, by member. */
    static Map<String, String> problems(Response response) {
        Map<String, String> problems = new LinkedHashMap<>();
        List<Map<String, String>> found = response.jsonPath().getList("problems");
        found.forEach(problem -> problems.put(problem.get("field"), problem.get("problem")));
        return problems;
    }
}
