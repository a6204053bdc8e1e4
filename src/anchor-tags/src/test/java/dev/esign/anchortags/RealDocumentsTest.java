package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that programs of many makers wrote; {@code src/test/documents} tells how. */
class RealDocumentsTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/documents");
    private static final List<String> WHOLE_AND_SPLIT = List.of("sig_req_Seller 1_175", "sig_req_Buyer 1_150");

    @Test
    void libreOfficeWord() {
        assertThat(found("libreoffice.docx")).containsExactly(
                "document, paragraph 1: sig_req_Seller 1_175",
                "document, paragraph 2: sig_req_Buyer 1_150",
                "document, paragraph 3 (table 1, row 1, cell 1): t_opt_Seller 1",
                "document, paragraph 4 (table 1, row 1, cell 2): txt_req_Buyer 1_100_9",
                "document, paragraph 5 (table 1, row 2, cell 1): rdo_req_Buyer 1_3",
                "document, paragraph 6 (table 1, row 2, cell 2): ddl_opt_Buyer 1_120_Cash_Mortgage",
                "document, paragraph 8: chk_opt_Buyer 1",
                "document, paragraph 9 (table 2, row 1, cell 1): dt_opt_Seller 1_120",
                "header 1, paragraph 1: d_aut_Seller 1_100",
                "footer 1, paragraph 1: ini_req_Buyer 1_45",
                "footnotes, paragraph 3: ini_req_Seller 1");
        assertThat(problems("libreoffice.docx")).containsExactly("UNCLOSED_DELIMITER document, paragraph 11");
    }

    @ParameterizedTest
    @ValueSource(strings = { "libreoffice.pdf", "qpdf-linearized.pdf", "restricted.pdf", "ghostscript.pdf" })
    void libreOfficePdfAndWhatOthersMadeOfIt(String name) {
        assertThat(texts(name)).containsExactly("d_aut_Seller 1_100", "sig_req_Seller 1_175", "sig_req_Buyer 1_150",
                "t_opt_Seller 1", "txt_req_Buyer 1_100_9", "rdo_req_Buyer 1_3", "ddl_opt_Buyer 1_120_Cash_Mortgage",
                "chk_opt_Buyer 1", "dt_opt_Seller 1_120", "ini_req_Seller 1", "ini_req_Buyer 1_45",
                "d_aut_Seller 1_100", "ini_req_Buyer 1_45");
        assertThat(found(name)).element(1)
                .isEqualTo("page 1, 110 pt from the left, 97 pt from the top: sig_req_Seller 1_175");
        assertThat(problems(name)).containsExactly("UNCLOSED_DELIMITER page 2, 148 pt from the left, 97 pt from the top");
    }

    @Test
    void aTagThatWrapsInANarrowCellIsReadAndToldAbout() {
        DocumentTags read = read("libreoffice.pdf");

        assertThat(read.found()).filteredOn(found -> !found.reading().problems().isEmpty()).singleElement()
                .satisfies(found -> {
                    assertThat(found.reading().tag()).contains(AnchorTag.dateTime("Seller 1").optional().width(120));
                    assertThat(found.reading().problems()).extracting(TagProblem::code)
                            .containsExactly(FindingCode.TAG_OVER_LINES);
                });
    }

    @Test
    void libreOfficeExcel() {
        assertThat(found("libreoffice.xlsx")).containsExactly(
                "sheet Terms, A1: sig_req_Seller 1_175",
                "sheet Terms, B7: sig_req_Buyer 1_150",
                "sheet Terms, header: d_aut_Seller 1_100",
                "sheet Terms, footer: ini_req_Buyer 1_45",
                "sheet Terms, A9: chk_opt_Buyer 1",
                "sheet Second & last, AB1: ini_req_Seller 1",
                "sheet Second & last, header: d_aut_Seller 1_100",
                "sheet Second & last, footer: ini_req_Buyer 1_45");
    }

    @Test
    void excelJs() {
        assertThat(found("exceljs.xlsx")).containsExactly(
                "sheet Terms, A1: sig_req_Seller 1_175",
                "sheet Terms, B7: sig_req_Buyer 1_150",
                "sheet Terms, header: d_aut_Seller 1",
                "sheet Second & last, AB12: ini_req_Buyer 1");
    }

    @Test
    void openpyxlWithTextsInTheirCells() {
        assertThat(found("openpyxl.xlsx")).containsExactly(
                "sheet Terms, A1: sig_req_Seller 1_175",
                "sheet Terms, B7: sig_req_Buyer 1_150",
                "sheet Terms, footer: ini_req_Buyer 1_45",
                "sheet Second & last, AB12: ini_req_Seller 1");
    }

    @Test
    void docxOfNpm() {
        assertThat(found("docx-npm.docx")).containsExactly(
                "document, paragraph 1: sig_req_Seller 1_175",
                "document, paragraph 2: sig_req_Buyer 1_150",
                "document, paragraph 3 (table 1, row 1, cell 1): t_opt_Seller 1",
                "document, paragraph 4 (table 1, row 1, cell 2): txt_req_Buyer 1_100_9",
                "footnotes, paragraph 3: ini_req_Seller 1",
                "header 1, paragraph 1: d_aut_Seller 1_100",
                "footer 1, paragraph 1: ini_req_Buyer 1_45");
    }

    @Test
    void pythonDocx() {
        assertThat(found("python-docx.docx")).contains(
                "document, paragraph 2: sig_req_Buyer 1_150",
                "document, paragraph 6 (table 1, row 2, cell 2): txt_req_Buyer 1_100_9",
                "header 1, paragraph 1: d_aut_Seller 1_100");
    }

    @ParameterizedTest
    @ValueSource(strings = { "pandoc.docx", "chromium.pdf", "weasyprint.pdf" })
    void makersOfAWebPage(String name) {
        assertThat(texts(name)).startsWith(WHOLE_AND_SPLIT.toArray(String[]::new)).endsWith("d_aut_Seller 1_100",
                "ini_opt_Buyer 1", "rdo_req_Buyer 1_3", "ddl_opt_Buyer 1_120_Cash_Mortgage");
        assertThat(problems(name)).isEmpty();
    }

    @Test
    void pdfLibWithALetterAtATimeAndTurnedPages() {
        assertThat(found("pdf-lib.pdf")).containsExactly(
                "page 1, 113 pt from the left, 92 pt from the top: sig_req_Seller 1_175",
                "page 1, 112 pt from the left, 142 pt from the top: sig_req_Buyer 1_150",
                "page 1, 300 pt from the left, 492 pt from the top: ini_req_Buyer 1",
                "page 2, 200 pt from the left, 144 pt from the top: d_aut_Seller 1_100");
    }

    @Test
    void pdfKit() {
        assertThat(texts("pdfkit.pdf")).containsExactly("sig_req_Seller 1_175", "sig_req_Buyer 1_150", "d_aut_Seller 1_100");
    }

    @Test
    void reportlabWithAFormAndWideLetters() {
        assertThat(found("reportlab.pdf")).containsExactly(
                "page 1, 113 pt from the left, 142 pt from the top: sig_req_Seller 1_175",
                "page 1, 103 pt from the left, 242 pt from the top: ini_req_Buyer 1_45",
                "page 1, 118 pt from the left, 342 pt from the top: sig_req_Buyer 1_150",
                "page 2, 116 pt from the left, 142 pt from the top: d_aut_Seller 1_100");
    }

    @Test
    void aPdfWhoseLettersAreBitmapsHasNoText() {
        assertThat(read("pdflatex-bitmap-fonts.pdf").characters()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "libreoffice.doc", "libreoffice.rtf", "libreoffice.xls" })
    void otherKindsAreNotRead(String name) {
        DocumentTags read = read(name);

        assertThat(read.kind()).isEqualTo(DocumentKind.OTHER);
        assertThat(read.wasRead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "password.pdf", "xlsx-populate-encrypted.xlsx" })
    void passwordsAreAskedForByNoReader(String name) {
        assertThatExceptionOfType(UnreadableDocumentException.class).isThrownBy(() -> read(name))
                .withMessage("document: is encrypted; save it without a password")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(UnreadableDocumentException.Reason.ENCRYPTED));
    }

    private static DocumentTags read(String name) {
        return AnchorTags.standard().read(TagDocument.of(DOCUMENTS.resolve(name)));
    }

    private static List<String> texts(String name) {
        return read(name).found().stream().map(found -> found.reading().shortText()).toList();
    }

    private static List<String> found(String name) {
        return read(name).found().stream().map(found -> found.place().describe() + ": " + found.reading().shortText())
                .toList();
    }

    private static List<String> problems(String name) {
        return read(name).problems().stream().map(problem -> problem.problem().code() + " " + problem.place().describe())
                .toList();
    }
}
