package dev.esign.service;

import static dev.esign.service.Api.assertProblem;
import static dev.esign.service.Api.created;
import static dev.esign.service.Api.patch;
import static dev.esign.service.Api.post;
import static dev.esign.service.Api.problems;
import static dev.esign.service.Api.started;
import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.MailKind;
import dev.esign.testing.SigningParty;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Changing and inviting the signers of sessions over HTTP, against the sandbox. */
@QuarkusTest
@WithEsignSandbox
class SignersTest {

    private static final String NO_AUTHENTICATION = "\"authentication\": {\"method\": \"none\"}";

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Test
    void changesAnAddressAndKeepsRoleAndName() {
        String id = created();

        Response changed = patch(signer(id), "{\"email\": \"lovelace@example.com\", " + NO_AUTHENTICATION + "}");

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(204);
        assertThat(given().get("/sessions/" + id).jsonPath().<String, Object> getMap("signers[0]")).contains(
                entry("email", "lovelace@example.com"), entry("role", "Seller 1"), entry("firstName", "Ada"),
                entry("lastName", "Lovelace"));
    }

    @Test
    void wantsTheAuthenticationSaidAgain() {
        Response refused = patch(signer(created()), "{\"email\": \"lovelace@example.com\"}");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(
                entry("authentication", "is missing; say it again, or give the method none"));
    }

    @Test
    void listsAllThatIsWrongWithAChange() {
        Response refused = patch(signer(created()), """
                {"email": "nobody", "lastName": " ", "mergeFields": {"price": null}, "authentication": {"method": "oath"}}""");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("authentication.method", "mergeFields.price", "email", "lastName");
    }

    @Test
    void invitesOnceMore() {
        String id = started();

        Response invited = post(signer(id) + "/invitation", "{\"returnUrl\": \"https://www.example.com/\"}");

        assertThat(invited.statusCode()).as(invited.asString()).isEqualTo(204);
        assertThatEsign(sandbox).sessionWithId(id).hasMailed(MailKind.INVITATION, 2);
        assertThat(given().noContentType().post(signer(id) + "/invitation").statusCode()).isEqualTo(204);
    }

    @Test
    void invitesNobodyToADraft() {
        String id = created();

        assertProblem(given().noContentType().post(signer(id) + "/invitation"), 409, "invalid-session-state");
        assertThatEsign(sandbox).sessionWithId(id).hasMailed(MailKind.INVITATION, 0);
    }

    @Test
    void changesNobodyOfACompletedSession() {
        String id = started();
        SigningParty.of(sandbox, id).signAll();

        assertProblem(patch(signer(id), "{" + NO_AUTHENTICATION + "}"), 409, "invalid-session-state");
    }

    @Test
    void doesntKnowSignersAndSessionsThatArentThere() {
        String id = created();
        String unknown = UUID.randomUUID().toString();

        Response refused = patch("/sessions/" + id + "/signers/" + unknown, "{" + NO_AUTHENTICATION + "}");
        assertProblem(refused, 404, "signer-not-found");
        assertThat(refused.jsonPath().getString("sessionId")).isEqualTo(id);
        assertProblem(given().noContentType().post("/sessions/" + id + "/signers/" + unknown + "/invitation"), 404,
                "signer-not-found");
        assertProblem(given().noContentType().post("/sessions/" + unknown + "/signers/" + unknown + "/invitation"), 404,
                "session-not-found");
    }

    @Test
    void wantsABodyForAChange() {
        assertProblem(patch(signer(created()), "null"), 422, "invalid-request");
    }

    private static String signer(String id) {
        return "/sessions/" + id + "/signers/" + given().get("/sessions/" + id).jsonPath().getString("signers[0].id");
    }
}
