package dev.esign.service.session;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.SandboxDocument;
import dev.esign.sandbox.SandboxSession;
import dev.esign.service.upload.UploadsConfig;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;

/** Sessions whose documents are files beside the JSON, over HTTP against the sandbox. */
@QuarkusTest
@WithEsignSandbox
class SessionFilesTest {

    private static final String SIGNERS = """
            "signers": [{"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"},
                        {"role": "Buyer 1", "lastName": "Turing", "email": "alan@example.com"}]""";
    private static final byte[] PDF = "%PDF-1.4 one".getBytes(StandardCharsets.UTF_8);

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Inject
    UploadsConfig uploads;

    @AfterEach
    void leavesNoFile() throws IOException {
        assertThat(waitingFiles()).isEmpty();
    }

    @Test
    void sendsADocumentWithOneRequest() throws Exception {
        byte[] agreement = Files.readAllBytes(Path.of("../../docs/samples/purchase-agreement.docx"));

        Response sent = form("{\"title\": \"Agreement\", \"documents\": [{\"anchorTags\": true}], " + SIGNERS + "}",
                file("document", "agreement.docx", agreement)).post("/sessions?start=true");

        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
        assertThat(sent.<String> path("status")).isEqualTo("InSent");
        assertThat(sent.header("Location")).endsWith("/sessions/" + sent.<String> path("id"));
        SandboxSession session = sandbox.sessions().get(sent.path("id"));
        assertThat(session.status()).isEqualTo("InSent");
        assertThat(bytes(session.documents().get(0))).isEqualTo(agreement);
    }

    @Test
    void findsTheFileOfEachDocument() {
        Response created = form("""
                {"title": "Three", "documents": [{"part": "b"}, {}, {"part": "a", "fileName": "renamed.pdf"}, {}]}""",
                file("a", "a.pdf", bytes("a")), file("document", "first.pdf", bytes("first")),
                file("b", "b.pdf", bytes("b")), file("document", "second.pdf", bytes("second"))).post("/sessions");

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(contents(created)).containsExactly(entry("b.pdf", "b"), entry("first.pdf", "first"),
                entry("renamed.pdf", "a"), entry("second.pdf", "second"));
    }

    @Test
    void makesADocumentOfEachFileThatNothingIsSaidOf() {
        Response created = form("{\"title\": \"Two\"}", file("x", "x.pdf", bytes("x")), file("document", "y.pdf", bytes("y")))
                .post("/sessions");

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(contents(created)).containsExactly(entry("x.pdf", "x"), entry("y.pdf", "y"));
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void takesTheJsonFromAFileToo() {
        Response created = given().multiPart(file("document", "x.pdf", PDF))
                .multiPart("session", "session.json", bytes("{\"title\": \"From a file\"}"), "application/json")
                .post("/sessions");

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(sandbox.sessions().get(created.path("id")).title()).isEqualTo("From a file");
    }

    @Test
    void addsDocumentsToASession() {
        String id = form("{\"title\": \"One\"}", file("document", "one.pdf", PDF)).post("/sessions").path("id");

        Response updated = form("{\"title\": \"Two\"}", file("document", "two.pdf", PDF)).patch("/sessions/" + id);

        assertThat(updated.statusCode()).as(updated.asString()).isEqualTo(204);
        SandboxSession session = sandbox.sessions().get(id);
        assertThat(session.title()).isEqualTo("Two");
        assertThat(session.documents()).extracting(document -> document.fileName()).containsExactly("one.pdf", "two.pdf");
    }

    @Test
    void listsAllThatIsWrongWithTheFiles() {
        Response refused = form(
                """
                        {"documents": [{"part": "missing"}, {"part": "twice"}, {"part": "empty"}, {"content": "UEsDBA=="}, null, {}]}""",
                file("twice", "1.pdf", PDF), file("twice", "2.pdf", PDF), file("empty", "empty.pdf", new byte[0]),
                file("document", "../4.pdf", PDF), file("stray", "5.pdf", PDF)).post("/sessions");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(
                entry("documents[0].part", "names no file of the request that isn't another document's already"),
                entry("documents[1].part", "names several files; give each a name of its own"),
                entry("documents[2]", "is an empty file"),
                entry("documents[3].content", "goes with application/json only; the document is a part of its own here"),
                entry("documents[4]", "is null"),
                entry("documents[5].part", "is missing, and there is no further file named document"),
                entry("twice", "is a part that belongs to no document; name it in documents[…].part"),
                entry("stray", "is a part that belongs to no document; name it in documents[…].part"),
                entry("title", "is blank; give the session a title"),
                entry("documents[3].fileName", "has a path separator; give the name without its folder"));
        assertThatEsign(sandbox).created(0);
    }

    @Test
    void saysThatPartsGoWithFilesOnly() {
        Response refused = given().contentType("application/json").body("""
                {"title": "x", "documents": [{"fileName": "a.pdf", "content": "UEsDBA==", "part": "a"}]}""").post("/sessions");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(entry("documents[0].part", "goes with multipart/form-data only"));
    }

    @Test
    void wantsThePartWithTheJson() {
        Response refused = given().multiPart(file("document", "x.pdf", PDF)).post("/sessions");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(
                entry(null, "the request has no part named session; send one with a JSON object"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"titel": "x"} | titel | is not a member that is known here
            {"title": secret} | | the body is not well-formed JSON
            {"reminderDays": "secret"} | reminderDays | is not a whole number
            """)
    void namesWhatCantBeReadOfTheJson(String json, String field, String problem) {
        Response refused = form(json, file("document", "x.pdf", PDF)).post("/sessions");

        assertProblem(refused, 400, "malformed-request");
        assertThat(problems(refused)).containsOnlyKeys(field);
        assertThat(problems(refused).get(field)).startsWith(problem);
        assertThat(refused.asString()).doesNotContain("secret");
    }

    @Test
    void refusesJsonThatIsTooLong() {
        Response refused = form("{\"title\": \"" + "x".repeat(1 << 20) + "\"}").post("/sessions");

        assertProblem(refused, 400, "malformed-request");
        assertThat(problems(refused)).containsExactly(entry(null, "the part named session is longer than 1048576 bytes; "
                + "documents go into parts of their own"));
    }

    @Test
    void refusesTooManyFiles() {
        MultiPartSpecification[] files = Stream.generate(() -> file("document", "x.pdf", PDF)).limit(101)
                .toArray(MultiPartSpecification[]::new);

        Response refused = form("{\"title\": \"x\"}", files).post("/sessions");

        assertProblem(refused, 400, "malformed-request");
        assertThat(problems(refused)).containsExactly(entry(null, "there are more than 100 files"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"session\"\r\n\r\n{}",
            "--x\r\nContent-Disposition: form-data; name=\"session\"\r\n\r\n{}\r\n--x",
            "--x\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.pdf\"\r\n\r\nabc\r\n--x-",
            "--y\r\nContent-Disposition: form-data; name=\"session\"\r\n\r\n{}\r\n--y--\r\n",
            "--xContent-Disposition: form-data; name=\"session\"\r\n\r\n{}\r\n--x--\r\n",
            "--x\r\nContent-Disposition form-data\r\n\r\n{}\r\n--x--\r\n",
            "--x\r\nContent-Disposition: form-data\r\n\r\n{}\r\n--x--\r\n",
            "--x\r\nContent-Disposition: attachment; name=\"session\"\r\n\r\n{}\r\n--x--\r\n",
            "--x\nContent-Disposition: form-data; name=\"session\"\n\n{}\n--x--\n",
            "--x\r\nContent-Disposition: form-data; name=\"session\"\r\nContent-Transfer-Encoding: base64\r\n\r\ne30=\r\n--x--\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"session\"\r\n\r\n{}\r\n--x\r\nContent-Disposition: form-data; name=\"session\"\r\n\r\n{}\r\n--x--\r\n" })
    void refusesWhatIsntWellFormed(String body) {
        Response refused = raw("multipart/form-data; boundary=x", body).post("/sessions");

        assertProblem(refused, 400, "malformed-request");
        assertThat(problems(refused)).containsOnlyKeys((String) null);
    }

    @Test
    void wantsABoundary() {
        Response refused = raw("multipart/form-data", "--x--").post("/sessions");

        assertProblem(refused, 400, "malformed-request");
        assertThat(problems(refused)).containsExactly(
                entry(null, "the Content-Type has no boundary of 1 to 70 characters"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            filename="naïve Vertrag – 契約.pdf" | naïve Vertrag – 契約.pdf
            filename="50%25 off.pdf" | 50%25 off.pdf
            filename="a%22b.pdf" | a"b.pdf
            filename="a\\"b.pdf" | a"b.pdf
            filename="a;b.pdf" | a;b.pdf
            filename=plain.pdf | plain.pdf
            filename="fallback.pdf"; filename*=UTF-8''na%C3%AFve+1.pdf | naïve+1.pdf
            filename="good.pdf"; filename*=nonsense''x.pdf | good.pdf
            """)
    void readsFileNames(String parameter, String fileName) {
        Response created = rawFile(parameter).post("/sessions");

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(sandbox.sessions().get(created.path("id")).documents().get(0).fileName()).isEqualTo(fileName);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            filename="../../etc/passwd.pdf" | has a path separator
            filename="C:\\fakepath\\a.pdf" | has a path separator
            filename*=UTF-8''..%2Fa.pdf | has a path separator
            filename="a%0D%0AX: y.pdf" | has a control character
            filename="" | is blank
            filename="..." | has no extension
            """)
    void refusesFileNamesThatArentNames(String parameter, String problem) {
        Response refused = rawFile(parameter).post("/sessions");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsOnlyKeys("documents[0].fileName");
        assertThat(problems(refused).get("documents[0].fileName")).startsWith(problem);
    }

    private static RequestSpecification rawFile(String parameter) {
        return raw("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"session\"\r\n\r\n"
                + "{\"title\": \"x\"}\r\n--x\r\nContent-Disposition: form-data; name=\"document\"; " + parameter
                + "\r\n\r\nPDF\r\n--x--\r\n");
    }

    /** REST-assured writes forms by itself, unless the body is bytes. */
    private static RequestSpecification raw(String contentType, String body) {
        return given().config(io.restassured.RestAssured.config().encoderConfig(io.restassured.config.EncoderConfig
                .encoderConfig().encodeContentTypeAs("multipart/form-data", io.restassured.http.ContentType.TEXT)
                .appendDefaultContentCharsetToContentTypeIfUndefined(false))).contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    static RequestSpecification form(String session, MultiPartSpecification... files) {
        RequestSpecification request = given().multiPart(
                new MultiPartSpecBuilder(session).controlName("session").mimeType("application/json").build());
        for (MultiPartSpecification file : files) {
            request.multiPart(file);
        }
        return request;
    }

    static MultiPartSpecification file(String part, String fileName, byte[] content) {
        return new MultiPartSpecBuilder(content).controlName(part).fileName(fileName).mimeType("application/pdf").build();
    }

    private Map<String, String> contents(Response created) {
        Map<String, String> contents = new LinkedHashMap<>();
        sandbox.sessions().get(created.path("id")).documents()
                .forEach(document -> contents.put(document.fileName(), new String(bytes(document), StandardCharsets.UTF_8)));
        return contents;
    }

    private List<Path> waitingFiles() throws IOException {
        try (Stream<Path> files = Files.walk(uploads.directory())) {
            return files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".lock")).toList();
        }
    }

    private static byte[] bytes(SandboxDocument document) {
        try (InputStream content = document.content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void assertProblem(Response response, int status, String kind) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:esign:problem:" + kind);
    }

    static Map<String, String> problems(Response response) {
        Map<String, String> problems = new LinkedHashMap<>();
        JsonPath problem = response.jsonPath();
        problem.<Map<String, String>> getList("problems").forEach(one -> problems.put(one.get("field"), one.get("problem")));
        return problems;
    }
}
