package dev.esign.service;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.Fault;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.MailKind;
import dev.esign.testing.SigningParty;
import dev.esign.testing.Troubles;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The API over HTTP, against the sandbox. */
@QuarkusTest
@WithEsignSandbox
class SessionsTest {

    private static final String DOCUMENT = """
            {"fileName": "agreement.docx", "content": "UEsDBA=="}""";
    private static final String TAGGED_DOCUMENT = """
            {"fileName": "agreement.docx", "content": "%s", "anchorTags": true}""".formatted(agreement());
    private static final String SIGNER = """
            {"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"}""";

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Test
    void createsUpdatesStartsAndReadsASession() {
        Response created = post("/sessions", session(TAGGED_DOCUMENT, SIGNER));
        assertThat(created.statusCode()).isEqualTo(201);
        String id = created.path("id");
        String transactionId = created.path("transactionId");
        assertThat(created.<String> path("status")).isEqualTo("InDraft");
        assertThat(created.header("Location")).startsWith("http://").endsWith("/sessions/" + id);
        assertThat(transactionId).isNotBlank();

        Response updated = patch("/sessions/" + id, """
                {"expiresOn": "%s", "signers": [
                  {"role": "Buyer 1", "lastName": "Turing", "email": "alan@example.com"}]}""".formatted(inDays(30)));
        assertThat(updated.statusCode()).isEqualTo(204);
        assertThat(updated.asString()).isEmpty();

        Response started = start(id);
        assertThat(started.statusCode()).isEqualTo(200);
        assertThat(started.jsonPath().getMap("")).isEqualTo(Map.of("id", id, "status", "InSent"));

        JsonPath session = given().get(created.header("Location")).jsonPath();
        assertThat(session.<String, Object> getMap("")).contains(entry("id", id), entry("status", "InSent"),
                entry("title", "Purchase agreement"), entry("transactionId", transactionId));
        assertThat(session.getString("expiresOn")).startsWith(inDays(30).toString()).endsWith("Z");
        assertThat(session.getList("documents"))
                .containsExactly(Map.of("fileName", "agreement.docx", "hasAnchorTags", true));
        assertThat(session.<Map<String, Object>> getList("signers")).satisfiesExactly(
                ada -> assertThat(ada).contains(entry("role", "Seller 1"), entry("firstName", "Ada"),
                        entry("lastName", "Lovelace"), entry("email", "ada@example.com"), entry("status", "Invited"))
                        .containsKey("id"),
                alan -> assertThat(alan).contains(entry("role", "Buyer 1"), entry("lastName", "Turing"))
                        .doesNotContainKey("firstName"));
    }

    @Test
    void tellsWhenEverybodyHasSigned() {
        String id = created(TAGGED_DOCUMENT, SIGNER);
        start(id);
        assertThatEsign(sandbox).created(1).sessionWithId(id).hasDocument("agreement.docx").hasMailed(MailKind.INVITATION, 1)
                .signer("Seller 1").isInvited().hasEmail("ada@example.com");

        SigningParty.of(sandbox, id).signAll();

        assertThat(given().get("/sessions/" + id).jsonPath().getString("status")).isEqualTo("Completed");
    }

    @Test
    void aLostAnswerMakesNoSecondSession() {
        Fault lost = Troubles.lostCreate(sandbox);

        String id = created(DOCUMENT, SIGNER);

        assertThat(lost.hits()).isEqualTo(1);
        assertThatEsign(sandbox).called("CreateSession", 1).created(1).sessionWithId(id).isDraft();
    }

    @Test
    void takesEverySetting() {
        String transactionId = UUID.randomUUID().toString();
        String settings = """
                "transactionId": "%s", "message": "Please sign", "signingOrder": "Sequential", "delegationAllowed": false,
                "copyTo": {"delivery": "ATTACHMENTS", "emails": ["copy@example.com", "other@example.com"]},
                "password": "session password", "ownerSignsFirst": false, "invitationsSent": true,
                "redirectAfterSend": "www.example.com/sent", "expiresOn": "%sT12:00:00+02:00", "reminderDays": 7,
                "documents": [{"fileName": "agreement.pdf", "content": "JVBERi0=", "anchorTags": false, "formId": "form",
                  "formTag": "tag", "sequence": 1, "anchorTagsAdjustmentCategory": "category"}],
                "signers": [
                  {"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com",
                   "authentication": {"method": "PASSWORD", "password": "signer password"}, "sequence": 1,
                   "mandatoryUpload": true, "mergeFields": {"Sale price": "1"}, "properties": {"DisableEditName": "1"},
                   "emailSubject": "Subject", "emailMessage": "Message"},
                  {"role": "Seller 2", "lastName": "B", "email": "b@example.com", "authentication": {"method": "none"}},
                  {"role": "Seller 3", "lastName": "C", "email": "c@example.com", "authentication": {"method": "sms"}},
                  {"role": "Seller 4", "lastName": "D", "email": "d@example.com", "authentication": {"method": "kba"}},
                  {"role": "Seller 5", "lastName": "E", "email": "e@example.com",
                   "authentication": {"method": "kbaPlusPassword", "password": "signer password"}}]
                """.formatted(transactionId, inDays(30));

        Response created = post("/sessions", "{\"title\": \"Everything\", " + settings + "}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.<String> path("transactionId")).isEqualTo(transactionId);

        String id = created.path("id");
        assertThat(patch("/sessions/" + id, """
                {"title": "Something else", "unassignedRolesRemoved": true, "signingOrder": "any"}""").statusCode())
                .isEqualTo(204);
        JsonPath session = given().get("/sessions/" + id).jsonPath();
        assertThat(session.getString("title")).isEqualTo("Something else");
        assertThat(session.getString("transactionId")).isEqualTo(transactionId);
        assertThat(session.getList("signers.status")).containsOnly("PendingInvite").hasSize(5);
    }

    @Test
    void startsWithTheCallersReturnUrl() {
        String id = created(DOCUMENT, SIGNER);

        assertThat(post("/sessions/" + id + "/start", "{\"returnUrl\": \"https://www.example.com/\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesADocumentThatIsLongerThanJacksonsUsualLimit() {
        byte[] document = new byte[16_000_000];
        String content = Base64.getEncoder().encodeToString(document);
        assertThat(content).hasSizeGreaterThan(20_000_000);

        created("{\"fileName\": \"large.pdf\", \"content\": \"" + content + "\"}", SIGNER);
    }

    @Test
    void listsAllThatIsWrongWithANewSession() {
        Response refused = post("/sessions", """
                {"title": " ", "transactionId": "", "signingOrder": "reverse", "expiresOn": "soon", "reminderDays": 31,
                 "copyTo": {"delivery": "pigeon", "emails": ["copy@example.com", "nobody"]},
                 "documents": [null, {"content": "UEsDBA=="}, {"fileName": "a.pdf"}, {"fileName": "b.pdf", "content": ""}],
                 "signers": [
                   {"lastName": "A", "email": "a@example.com"},
                   {"role": "Seller 1"},
                   {"role": "Seller 2", "lastName": "C", "email": "c@example.com", "mergeFields": {"price": null},
                    "authentication": {"method": "password"}},
                   {"role": "Seller 3", "lastName": "D", "email": "d@example.com",
                    "authentication": {"method": "none", "password": "forgotten", "phoneNumber": "1"}},
                   {"role": "Seller 4", "lastName": "E", "email": "e@example.com", "authentication": {}},
                   {"role": "Seller 5", "lastName": "F", "email": "f@example.com", "authentication": {"method": "oath"}},
                   null]}
                """);

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(
                entry("signingOrder", "is not one of any, sequential, suspended"),
                entry("copyTo.delivery", "is not one of links, attachments"),
                entry("expiresOn", "is neither a day such as 2026-03-31 nor a moment such as 2026-03-31T12:00:00Z"),
                entry("documents[0]", "is null"),
                entry("documents[2].content", "is missing or empty; give the document in base64"),
                entry("documents[3].content", "is missing or empty; give the document in base64"),
                entry("signers[2].mergeFields.price", "is null; give a text"),
                entry("signers[3].authentication.password", "goes with the methods password and kbaPlusPassword only"),
                entry("signers[3].authentication.phoneNumber", "goes with the method sms only"),
                entry("signers[4].authentication.method",
                        "is missing; give one of none, password, sms, kba, kbaPlusPassword"),
                entry("signers[5].authentication.method", "is not one of none, password, sms, kba, kbaPlusPassword"),
                entry("signers[6]", "is null"),
                entry("title", "is blank; give the session a title"),
                entry("transactionId", "is blank; give your own identity of the transaction"),
                entry("copyTo.emails[1]", "is not an e-mail address; give one like name@example.com"),
                entry("reminderDays", "31 days; eSign takes 1 to 30"),
                entry("documents[1].fileName", "is blank; give a name with its extension"),
                entry("signers[0].role", "is blank; give a role such as 'Seller 1' or 'Buyer 1'"),
                entry("signers[1].lastName", "is missing; eSign wants one for each signer"),
                entry("signers[1].email", "is missing or not well-formed; give one like name@example.com"),
                entry("signers[2].authentication.password", "is blank; give the password that the signer will type"));
    }

    @Test
    void listsAllThatIsWrongWithAnUpdate() {
        Response refused = patch("/sessions/" + UUID.randomUUID(), """
                {"title": "", "copyTo": {}, "signers": [{"role": "Seller 1", "lastName": "A", "email": "a"}]}""");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("title", "copyTo.delivery", "copyTo.emails", "signers[0].email");
    }

    @ParameterizedTest
    @ValueSource(strings = { "www.example.com", "ftp://example.com", "//example.com", "https://", "http://exa mple.com", "" })
    void refusesAReturnUrlThatIsNoWebAddress(String returnUrl) {
        Response refused = post("/sessions/" + UUID.randomUUID() + "/start", "{\"returnUrl\": \"" + returnUrl + "\"}");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("returnUrl");
    }

    @Test
    void saysThatAPhoneNumberNeedsASetting() {
        Response refused = post("/sessions", session(DOCUMENT, """
                {"role": "Seller 1", "lastName": "A", "email": "a@example.com",
                 "authentication": {"method": "sms", "phoneNumber": "5551234"}}"""));

        assertProblem(refused, 422, "invalid-request");
        assertThat(refused.asString()).contains("quarkus.esign.wire.sms-phone-member").doesNotContain("5551234");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"titel": "x"} | titel | is not a member that is known here
            {"signers": [{}, {"mail": "x"}]} | signers[1].mail | is not a member that is known here
            {"unassignedRolesRemoved": true} | unassignedRolesRemoved | is not a member that is known here
            {"documents": [{"content": "no base64!"}]} | documents[0].content | is not a text in base64
            {"documents": [{"content": 1}]} | documents[0].content | is not a text in base64
            {"documents": {}} | documents | is not a list
            {"reminderDays": "secret"} | reminderDays | is not a whole number
            {"reminderDays": 1.5} | reminderDays | is not a whole number
            {"delegationAllowed": "secret"} | delegationAllowed | is not true or false
            {"title": ["secret"]} | title | is not a text
            {"copyTo": "secret@example.com"} | copyTo | is not an object
            {"signers": [{"mergeFields": "secret"}]} | signers[0].mergeFields | is not an object
            {"signers": [{"mergeFields": {"a": {}}}]} | signers[0].mergeFields.a | is not a text
            [] | | the body is not an object
            {"title": secret} | | the body is not well-formed JSON
            {"title": "x" | | the body is not well-formed JSON
            """)
    void namesWhatCantBeRead(String body, String field, String problem) {
        Response refused = post("/sessions", body);

        assertProblem(refused, 400, "malformed-request");
        assertThat(problems(refused)).hasSize(1).containsKey(field);
        assertThat(problems(refused).get(field)).startsWith(problem);
        assertThat(refused.asString()).doesNotContain("secret", "no base64!");
    }

    @Test
    void namesTheMembersThatAreKnown() {
        Response refused = post("/sessions/" + UUID.randomUUID() + "/start", "{\"url\": \"x\"}");

        assertThat(problems(refused)).containsExactly(entry("url", "is not a member that is known here; known are returnUrl"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null" })
    void wantsABody(String body) {
        Response refused = post("/sessions", body);

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(entry(null, "the request has no body; send a JSON object"));
    }

    @Test
    void passesOnWhyESignRefuses() {
        Response refused = post("/sessions", """
                {"title": "Long", "transactionId": "long-1", "signers": [
                  {"role": "Seller 1", "lastName": "A", "email": "%s@example.com"}]}""".formatted("a".repeat(65)));

        assertProblem(refused, 422, "refused");
        assertThat(refused.jsonPath().getString("operation")).isEqualTo("CreateSession");
        assertThat(refused.jsonPath().getString("transactionId")).isEqualTo("long-1");
        assertThat(refused.jsonPath().<String> getList("texts"))
                .containsExactly("Error: All signers must have a last name and valid email address.");
    }

    @Test
    void refusesToStartASessionThatLacksSomething() {
        String id = post("/sessions", "{\"title\": \"Empty\"}").path("id");

        Response refused = start(id);

        assertProblem(refused, 409, "session-not-ready");
        assertThat(refused.jsonPath().getString("sessionId")).isEqualTo(id);
        assertThat(refused.jsonPath().<String> getList("texts")).contains("The signing session has no document.",
                "The signing session has no signer.");
    }

    @Test
    void refusesToStartASessionTwice() {
        String id = created(DOCUMENT, SIGNER);
        assertThat(start(id).statusCode()).isEqualTo(200);

        Response refused = start(id);

        assertProblem(refused, 409, "invalid-session-state");
        assertThat(refused.jsonPath().getString("sessionId")).isEqualTo(id);
        assertThat(refused.jsonPath().getString("operation")).isEqualTo("StartSession");
    }

    @Test
    void updatesASessionThatIsStarted() {
        String id = created(DOCUMENT, SIGNER);
        assertThat(start(id).statusCode()).isEqualTo(200);

        assertThat(patch("/sessions/" + id, "{\"signers\": [" + SIGNER.replace("Seller 1", "Seller 2") + "]}").statusCode())
                .isEqualTo(204);
        assertThat(given().get("/sessions/" + id).jsonPath().getList("signers.status")).containsExactly("Invited", "Invited");
    }

    @Test
    void doesntKnowASessionThatWasNeverCreated() {
        String unknown = UUID.randomUUID().toString();

        assertThat(List.of(given().get("/sessions/" + unknown), patch("/sessions/" + unknown, "{\"title\": \"x\"}"),
                start(unknown))).allSatisfy(refused -> {
                    assertProblem(refused, 404, "session-not-found");
                    assertThat(refused.jsonPath().<String> getList("texts"))
                            .containsExactly("Error: Signing session not found.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = { "/nothing", "/sessions/1/nothing", "/sessions/..%2Fusers", "/sessions/%20", "/sessions/a.b" })
    void hasNothingAtOtherAddresses(String path) {
        assertProblem(given().urlEncodingEnabled(false).get(path), 404, "unknown-address");
    }

    @Test
    void hasNoOtherMethods() {
        assertProblem(given().put("/sessions/1"), 405, "method-not-allowed");
        assertProblem(given().delete("/sessions"), 405, "method-not-allowed");
    }

    @Test
    void takesNothingButJson() {
        assertProblem(given().contentType("text/plain").body("x").post("/sessions"), 415, "unsupported-media-type");
    }

    @Test
    void answersNothingButJson() {
        assertProblem(given().accept("text/html").get("/sessions/1"), 406, "not-acceptable");
    }

    @Test
    void refusesABodyThatIsAnnouncedAsTooLarge() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write("""
                    POST /sessions HTTP/1.1
                    Host: localhost
                    Content-Type: application/json
                    Content-Length: 150000000

                    {""".replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413 ").containsIgnoringCase("content-type: application/problem+json\r\n")
                    .contains("urn:esign:problem:request-too-large");
        }
    }

    @Test
    void describesItself() {
        JsonPath openApi = given().accept("application/json").get("/q/openapi").jsonPath();

        assertThat(openApi.getString("info.title")).isEqualTo("eSign service");
        assertThat(openApi.getString("paths.'/sessions'.post.operationId")).isEqualTo("createSession");
        assertThat(openApi.getString("paths.'/sessions/{id}'.patch.operationId")).isEqualTo("updateSession");
        assertThat(openApi.<String, Object> getMap("paths.'/sessions'.post.requestBody.content"))
                .containsOnlyKeys("multipart/form-data");
        assertThat(openApi.getString(
                "paths.'/sessions'.post.requestBody.content.'multipart/form-data'.encoding.session.contentType"))
                .isEqualTo("application/json");
        assertThat(openApi.<String> getList("paths.'/sessions'.post.parameters.name"))
                .containsExactlyInAnyOrder("Idempotency-Key", "Prefer", "start", "returnUrl");
        assertThat(openApi.<String, Object> getMap("paths.'/sessions'.post.responses")).containsKeys("200", "201", "202");
        assertThat(openApi.<String, Object> getMap("paths.'/sessions/{id}'.patch.requestBody.content"))
                .containsOnlyKeys("multipart/form-data");
        assertThat(openApi.<String, Object> getMap("components.schemas.NewSessionForm.properties"))
                .containsOnlyKeys("session", "document");
        assertThat(openApi.getString("paths.'/sessions/{id}'.get.operationId")).isEqualTo("getSession");
        assertThat(openApi.getString("paths.'/sessions/{id}/start'.post.operationId")).isEqualTo("startSession");
        assertThat(openApi.<String, Object> getMap("components.schemas.Problem.properties")).containsKeys("type", "texts",
                "problems");
    }

    @Test
    void tellsThatItIsWell() {
        assertThat(given().get("/q/health").jsonPath().getString("status")).isEqualTo("UP");
    }

    private static String created(String document, String signer) {
        Response created = post("/sessions", session(document, signer));
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.path("id");
    }

    private static String session(String document, String signer) {
        return "{\"title\": \"Purchase agreement\", \"documents\": [" + document + "], \"signers\": [" + signer + "]}";
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static Response patch(String path, String body) {
        return given().contentType("application/json").body(body).patch(path);
    }

    /** A real one, since the sandbox reads its tags. */
    private static String agreement() {
        try {
            return Base64.getEncoder()
                    .encodeToString(Files.readAllBytes(Path.of("../../docs/samples/purchase-agreement.docx")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response start(String id) {
        return given().noContentType().post("/sessions/" + id + "/start");
    }

    private static LocalDate inDays(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days);
    }

    private static void assertProblem(Response response, int status, String kind) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        JsonPath problem = response.jsonPath();
        assertThat(problem.getString("type")).isEqualTo("urn:esign:problem:" + kind);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }

    /** Problems by field, in their order. */
    private static Map<String, String> problems(Response response) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (Map<String, String> problem : response.jsonPath().<Map<String, String>> getList("problems")) {
            problems.put(problem.get("field"), problem.get("problem"));
        }
        return problems;
    }
}
