package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {

    private static final String RUN = "<w:r><w:t>%s</w:t></w:r>";

    @Test
    void joinsRunsAndLeavesOutWhatIsNoText() {
        String body = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + RUN.formatted("&lt;sig")
                + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom>" + RUN.formatted("moved")
                + "</w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r><w:ins>" + RUN.formatted("_req_")
                + "</w:ins><w:hyperlink>" + RUN.formatted("Seller 1") + "</w:hyperlink><w:bookmarkStart/>"
                + "<w:sdt><w:sdtContent>" + RUN.formatted("&gt;") + "</w:sdtContent></w:sdt></w:p>";

        assertThat(found(Office.word(body))).containsExactly("document, paragraph 1: sig_req_Seller 1");
    }

    @Test
    void endsATagWithItsParagraph() {
        DocumentTags read = read(Office.word(Office.paragraph("<sig_req_") + Office.paragraph("Seller 1>")));

        assertThat(read.found()).isEmpty();
        assertThat(read.problems()).extracting(problem -> problem.problem().code())
                .containsExactly(FindingCode.UNCLOSED_DELIMITER);
    }

    @Test
    void readsATextBoxOnceAndApartFromItsParagraph() {
        String box = "<w:txbxContent>" + Office.paragraph("<ini_req_Buyer 1>") + "</w:txbxContent>";
        String body = "<w:p>" + RUN.formatted("&lt;sig_req_") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box
                + "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + RUN.formatted("Seller 1&gt;") + "</w:p>";

        assertThat(found(Office.word(body))).containsExactly("document, paragraph 2: ini_req_Buyer 1",
                "document, paragraph 1: sig_req_Seller 1");
    }

    @Test
    void tellsTheInnermostTableCell() {
        String cell = "<w:tc>%s</w:tc>";
        String inner = "<w:tbl><w:tr>" + cell.formatted("") + cell.formatted(Office.paragraph("<sig_req_a>"))
                + "</w:tr></w:tbl>";
        String body = "<w:tbl><w:tr/><w:tr>" + cell.formatted(inner + Office.paragraph("<sig_req_b>")) + "</w:tr></w:tbl>"
                + Office.paragraph("<sig_req_c>");

        assertThat(found(Office.word(body))).containsExactly(
                "document, paragraph 1 (table 2, row 1, cell 2): sig_req_a",
                "document, paragraph 2 (table 1, row 2, cell 1): sig_req_b",
                "document, paragraph 3: sig_req_c");
    }

    @Test
    void readsHeadersFootersAndNotes() {
        Office office = Office.word("")
                .related("1", "header", "header1.xml", part("<sig_req_a>"))
                .related("2", "header", "../word/header2.xml", part("<sig_req_b>"))
                .related("3", "footer", "footer1.xml", part("<sig_req_c>"))
                .related("4", "endnotes", "endnotes.xml", part("<sig_req_d>"))
                .related("5", "comments", "comments.xml", part("<sig_req_e>"));

        assertThat(found(office)).containsExactly("header 1, paragraph 1: sig_req_a", "header 2, paragraph 1: sig_req_b",
                "footer 1, paragraph 1: sig_req_c", "endnotes, paragraph 1: sig_req_d");
    }

    @Test
    void tellsOfATagOverTwoLines() {
        String body = "<w:p><w:r><w:t>&lt;sig_req_Seller</w:t><w:br/><w:t>1&gt;</w:t></w:r></w:p>";

        assertThat(read(Office.word(body)).found()).singleElement().satisfies(found -> {
            assertThat(found.reading().tag()).contains(AnchorTag.signature("Seller 1"));
            assertThat(found.reading().problems()).extracting(TagProblem::code)
                    .containsExactly(FindingCode.TAG_OVER_LINES);
        });
    }

    @Test
    void readsUtf16() {
        Office office = Office.word(out -> {
            out.write(new byte[] { (byte) 0xFF, (byte) 0xFE });
            out.write(Office.document(Office.paragraph("<sig_req_Käufer>")).replace("UTF-8", "UTF-16")
                    .getBytes(StandardCharsets.UTF_16LE));
        });

        assertThat(found(office)).containsExactly("document, paragraph 1: sig_req_Käufer");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<!DOCTYPE w:document SYSTEM 'file:///etc/passwd'>",
            "<!DOCTYPE w:document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
            "<!DOCTYPE w:document [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/'> %x;]>" })
    void takesNothingFromOutside(String documentType) {
        Office office = Office.word(out -> out.write((documentType
                + "<w:document xmlns:w='w'><w:p><w:r><w:t>&lt;sig_req_&x;></w:t></w:r></w:p></w:document>")
                .getBytes(StandardCharsets.UTF_8)));

        assertThatExceptionOfType(UnreadableDocumentException.class).isThrownBy(() -> read(office))
                .withMessageStartingWith("document: has a document type or entities").withNoCause();
    }

    @Test
    void readsAnyNumberOfEscapedCharacters() {
        assertThat(read(Office.word(Office.paragraph("&".repeat(500)).repeat(1_000))).characters()).isEqualTo(500_000);
    }

    @Test
    void doesNotReadOtherPackages() {
        byte[] presentation = Office.word("").text("[Content_Types].xml", "<Types><Override PartName='/word/document.xml' "
                + "ContentType='application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'/></Types>")
                .bytes();

        assertThat(AnchorTags.standard().read(TagDocument.of("a.docx", presentation)).kind()).isEqualTo(DocumentKind.OTHER);
    }

    private static String part(String text) {
        return "<w:part xmlns:w='w'>" + Office.paragraph(text) + "</w:part>";
    }

    private static DocumentTags read(Office office) {
        return AnchorTags.standard().read(office.named("a.docx"));
    }

    private static List<String> found(Office office) {
        return read(office).found().stream().map(found -> found.place().describe() + ": " + found.reading().shortText())
                .toList();
    }
}
