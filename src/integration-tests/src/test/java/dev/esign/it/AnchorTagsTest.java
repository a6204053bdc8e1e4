package dev.esign.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.testing.Troubles;
import io.quarkus.test.junit.QuarkusTest;

/** Real documents are read for their anchor tags before they are sent, and started when eSign has read them, too. */
@QuarkusTest
class AnchorTagsTest extends ApplicationTest {

    private static final String DOCUMENTS = "src/anchor-tags/src/test/resources/documents/";

    @ParameterizedTest
    @ValueSource(strings = { "docs/samples/purchase-agreement.docx", "docs/samples/purchase-agreement.pdf" })
    void documentsWithTagsForTheirSignersAreSent(String document) {
        assertThat(done("blocking", "careful", "create", "title", "Sale", "files", file(document), "tags", "yes")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = { "chromium.pdf", "ghostscript.pdf", "libreoffice.pdf", "pdf-lib.pdf",
            "qpdf-linearized.pdf", "reportlab.pdf", "restricted.pdf", "weasyprint.pdf", "exceljs.xlsx", "libreoffice.xlsx",
            "openpyxl.xlsx", "libreoffice.docx", "pandoc.docx", "python-docx.docx" })
    void tagsOfASignerWhoIsMissingAreRefused(String document) {
        var refused = call("blocking", "careful", "create", "title", "Sale", "role", "Witness", "files",
                file(DOCUMENTS + document), "tags", "yes");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("kind")).isEqualTo("InvalidSessionException");
        assertThat(refused.jsonPath().getString("message")).contains("documents[0]", "role: 'Seller 1' is no signer's");
    }

    @Test
    void startWaitsAndRetriesWhileTagsAreProcessed() {
        // A slow machine may let the delay pass between the two operations, where nothing is left to wait for; not each time.
        await().untilAsserted(() -> {
            String id = done("reactive", "hasty", "create", "title", "Sale", "files", AGREEMENT, "tags", "yes");
            Troubles.notReady(sandbox, 1);

            done("blocking", "hasty", "start", "session", id);

            assertThat(given().get("/events").asString().lines().filter(event -> event.contains(id)))
                    .containsSubsequence("created " + id, "delayed " + id, "refused " + id, "started " + id);
        });
    }
}
