package dev.esign.service;

import static dev.esign.service.Api.assertProblem;
import static dev.esign.service.Api.problems;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Checking anchor tags over HTTP. */
@QuarkusTest
@WithEsignSandbox
class AnchorTagsTest {

    private static final Path SAMPLES = Path.of("../../docs/samples");
    private static final Path AGREEMENT = SAMPLES.resolve("purchase-agreement.docx");
    private static final Path PDF = SAMPLES.resolve("purchase-agreement.pdf");
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Test
    void findsNothingWrongWithAGoodDocument() {
        JsonPath report = given().multiPart("document", AGREEMENT.toFile()).queryParam("role", "Seller 1", "Buyer 1")
                .post("/anchor-tags/check").jsonPath();

        assertThat(report.<String, Object> getMap("")).isEqualTo(Map.of("errors", 0, "warnings", 0, "findings", List.of()));
    }

    @Test
    void tellsWhatIsWrongWhereAndWhatToDo() {
        Response response = given().multiPart("document", AGREEMENT.toFile()).multiPart("role", "Seller 1")
                .multiPart("role", "Buyer 2").post("/anchor-tags/check");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getInt("errors")).isPositive();
        assertThat(response.jsonPath().getInt("warnings")).isPositive();
        List<Map<String, Object>> findings = response.jsonPath().getList("findings");
        assertThat(findings).hasSize(response.jsonPath().getInt("errors") + response.jsonPath().getInt("warnings"));
        assertThat(findings).filteredOn("code", "ROLE_WITHOUT_SIGNER").isNotEmpty().allSatisfy(finding -> {
            assertThat(finding).contains(entry("severity", "error"), entry("document", "purchase-agreement.docx"))
                    .containsKeys("tag", "problem", "cure", "message");
            assertThat(finding.get("place")).asInstanceOf(map(String.class, Object.class))
                    .containsKeys("description", "part", "paragraph", "offset").doesNotContainKeys("page", "sheet");
        });
        assertThat(findings).filteredOn("code", "SIGNER_WITHOUT_TAG").singleElement()
                .satisfies(finding -> assertThat(finding).contains(entry("severity", "warning"))
                        .doesNotContainKeys("document", "place", "tag"));
    }

    @Test
    void leavesRolesAloneWhileTheyArentKnown() {
        JsonPath report = given().multiPart("anything", AGREEMENT.toFile()).multiPart("else", PDF.toFile())
                .post("/anchor-tags/check").jsonPath();

        assertThat(report.getList("findings.code")).doesNotContain("ROLE_WITHOUT_SIGNER", "ROLE_SPELLING");
        assertThat(report.getInt("errors")).isZero();
    }

    @Test
    void takesOneDocumentAsTheBody() throws IOException {
        RequestSpecification request = given().contentType(DOCX).body(Files.readAllBytes(AGREEMENT));

        assertThat(request.queryParam("fileName", "a.docx").queryParam("role", "Seller 1", "Buyer 2")
                .post("/anchor-tags/check").jsonPath().<String> getList("findings.document")).contains("a.docx");
        assertThat(given().contentType("application/pdf").body(Files.readAllBytes(PDF)).post("/anchor-tags/check").jsonPath()
                .getInt("errors")).isZero();
    }

    @Test
    void makesAFindingOfADocumentThatCantBeRead() throws IOException {
        byte[] truncated = Arrays.copyOf(Files.readAllBytes(AGREEMENT), 2000);

        JsonPath report = given().multiPart("document", "broken.docx", truncated).post("/anchor-tags/check").jsonPath();

        assertThat(report.getList("findings.code")).containsExactly("DOCUMENT_BROKEN");
        assertThat(report.getList("findings.severity")).containsExactly("error");
        assertThat(report.getList("findings.document")).containsExactly("broken.docx");
    }

    @Test
    void keepsNothingOfWhatItChecks() throws IOException {
        given().contentType(DOCX).body(Files.readAllBytes(AGREEMENT)).post("/anchor-tags/check");
        given().contentType(DOCX).body(new byte[] { 'P', 'K' }).post("/anchor-tags/check");

        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("esign-anchor-tags-"));
        }
    }

    @Test
    void wantsADocument() {
        Response refused = given().multiPart("role", "Seller 1").post("/anchor-tags/check");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(entry("document", "is missing; send at least one file"));
    }

    @Test
    void takesSoManyDocumentsAndNoMore() {
        RequestSpecification request = given();
        for (int i = 0; i < 21; i++) {
            request.multiPart("document", i + ".txt", new byte[] { 'x' });
        }

        Response refused = request.post("/anchor-tags/check");

        assertProblem(refused, 422, "invalid-request");
        assertThat(problems(refused)).containsExactly(entry("document", "there are 21; send at most 20 at a time"));
    }

    @Test
    void takesNoJson() {
        assertProblem(Api.post("/anchor-tags/check", "{}"), 415, "unsupported-media-type");
    }
}
