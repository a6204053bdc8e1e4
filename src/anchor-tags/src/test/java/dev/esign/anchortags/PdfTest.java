package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "BT /F1 12 Tf 72 700 Td (<sig_req_Seller 1>) Tj ET",
            "BT /F1 12 Tf 72 700 Td [(<sig) -20 (_req) 15 (_Seller 1>)] TJ ET",
            "BT /F1 12 Tf 72 700 Td <3c7369675f7265715f53656c6c657220313e> Tj ET",
            "BT /F1 12 Tf 72 700 Td (<sig\\137req\\137Seller \\\n1>) Tj ET",
            "BT /F1 12 Tf 1 0 0 1 72 700 Tm (<sig_req_Seller) Tj ( 1>) Tj ET",
            "BT /F1 12 Tf 12 TL 72 712 Td (<sig_req_Seller 1>) ' ET",
            "BT /F1 12 Tf 12 TL 72 712 Td 1 2 (<sig_req_Seller 1>) \" ET",
            "q 2 0 0 2 0 0 cm BT /F1 6 Tf 36 350 Td (<sig_req_Seller 1>) Tj ET Q",
            "BT /F1 12 Tf 200 700 Td (1>) Tj -128 0 Td (<sig_req_Seller) Tj ET",
            "BT /F1 12 Tf 72 700 Td (<sig_req_Seller 1>) Tj 0.3 0 Td (<sig_req_Seller 1>) Tj ET",
            "BT /F1 12 Tf 72 700 Td % a remark (>\n(<sig_req_Seller 1>) Tj ET",
            "BI /W 1 /H 1 ID \u0080EI ( EI BT /F1 12 Tf 72 700 Td (<sig_req_Seller 1>) Tj ET" })
    void readsATagHoweverItIsWritten(String contents) {
        List<FoundTag> found = read(Pdf.of(contents)).found();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).reading().tag()).contains(AnchorTag.signature("Seller 1"));
        assertThat(found.get(0).place()).isEqualTo(new Place.OnPage(1, 72, 92));
    }

    @ParameterizedTest
    @CsvSource({ "'', 72, 92", "/Rotate 90, 700, 72", "/Rotate 180, 540, 700", "/Rotate -90, 92, 540",
            "/CropBox [10 20 600 750], 62, 50" })
    void tellsWhereItIsOnThePageAsShown(String attribute, double x, double y) {
        byte[] file = Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] " + attribute + " >>")
                .object("<< /Type /Page /Contents [4 0 R 4 0 R] /Resources << /Font << /F1 5 0 R >> >> >>")
                .stream("", "BT /F1 12 Tf 72 700 Td (<sig_req_Seller 1>) Tj ET ".getBytes(StandardCharsets.US_ASCII))
                .helvetica().bytes();

        assertThat(read(file).found()).extracting(FoundTag::place).containsExactly(new Place.OnPage(1, x, y));
    }

    @Test
    void goesOnInTheNextLineOfTheSameColumn() {
        DocumentTags read = read(Pdf.of("BT /F1 12 Tf 14 TL 72 700 Td (<sig_req_Sel) Tj T* (ler 1> more) Tj ET "
                + "BT /F1 12 Tf 150 700 Td (in the next cell) Tj ET"));

        assertThat(read.found()).singleElement().satisfies(found -> {
            assertThat(found.reading().tag()).map(AnchorTag::role).contains("Sel ler 1");
            assertThat(found.reading().problems()).extracting(TagProblem::code)
                    .containsExactly(FindingCode.TAG_OVER_LINES);
        });
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void joinsWordsThatAreWrittenApart() {
        assertThat(texts(Pdf.of("BT /F1 12 Tf 72 700 Td (<sig_req_Seller) Tj 90 0 Td (1_100>) Tj ET")))
                .containsExactly("sig_req_Seller 1_100");
    }

    @Test
    void leavesCellsOfATableApart() {
        DocumentTags read = read(Pdf.of("BT /F1 12 Tf 72 700 Td (a < b) Tj 200 0 Td (c > d) Tj ET"));

        assertThat(read.found()).isEmpty();
        assertThat(read.problems()).hasSize(1);
    }

    @Test
    void readsFormsAndWhatStandsUpright() {
        byte[] file = Pdf.pageWith("/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>")
                .stream("", ("q 1 0 0 1 100 100 cm /X Do Q BT /F1 12 Tf 0 1 -1 0 300 200 Tm (<ini_req_Buyer 1>) Tj ET")
                        .getBytes(StandardCharsets.US_ASCII))
                .helvetica()
                .deflated("/Type /XObject /Subtype /Form /Matrix [1 0 0 1 10 20] /BBox [0 0 99 99]",
                        "BT /F1 12 Tf (<sig_req_Seller 1>) Tj ET".getBytes(StandardCharsets.US_ASCII))
                .bytes();

        assertThat(read(file).found()).extracting(FoundTag::place)
                .containsExactly(new Place.OnPage(1, 110, 672), new Place.OnPage(1, 300, 592));
    }

    @Test
    void readsFontsByTheirTables() {
        byte[] file = Pdf.page()
                .stream("", "BT /F1 12 Tf 72 700 Td <00010002000300040005> Tj ET".getBytes(StandardCharsets.US_ASCII))
                .object("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /Subtype "
                        + "/CIDFontType2 /DW 500 /W [1 [600 600] 3 5 550] >>] >>")
                .deflated("", ("1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <003c> <0002> "
                        + "<007300690067005f007200650071005f> endbfchar 2 beginbfrange <0003> <0004> <0061> <0005> <0005> "
                        + "[<003e>] endbfrange").getBytes(StandardCharsets.US_ASCII))
                .bytes();

        assertThat(texts(file)).containsExactly("sig_req_ab");
    }

    @Test
    void readsFontsByTheirNamesOfCharacters() {
        byte[] file = Pdf.page().stream("", "BT /F1 12 Tf 72 700 Td <0102030405> Tj ET".getBytes(StandardCharsets.US_ASCII))
                .object("<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Any /FirstChar 1 /Widths [500 500 500 500 500] "
                        + "/Encoding << /Differences [1 /less /t /underscore /uni006F /greater] >> >>")
                .bytes();

        assertThat(texts(file)).containsExactly("t_o");
    }

    @Test
    void repairsAFileWithoutATable() {
        byte[] file = Pdf.page()
                .stream("", "BT /F1 12 Tf 72 700 Td (<sig_req_Seller 1>) Tj ET".getBytes(StandardCharsets.US_ASCII))
                .helvetica().withoutTable();

        assertThat(texts(file)).containsExactly("sig_req_Seller 1");
    }

    private static DocumentTags read(byte[] file) {
        return AnchorTags.standard().read(TagDocument.of("a.pdf", file));
    }

    private static List<String> texts(byte[] file) {
        return read(file).found().stream().map(found -> found.reading().shortText()).toList();
    }
}
