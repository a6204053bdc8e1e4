package dev.esign.sandbox.pages.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import dev.esign.sandbox.session.DocumentContent;

class OfficeTextTest {

    @Test
    void readsTheParagraphsOfAWordDocument() throws IOException {
        String text = OfficeText.of(PdfPicturesTest.content(
                Files.readAllBytes(Path.of("../../docs/samples/purchase-agreement.docx")))).orElseThrow();

        assertThat(text).contains("Residential Purchase Agreement\n", "<sig_req_Seller 1_175>");
        assertThat(TagMark.find(text)).extracting(TagMark::tag).contains("sig_req_Seller 1_175", "d_aut_Buyer 1_100")
                .hasSize(9);
    }

    @Test
    void readsTheRowsOfAWorkbook() throws IOException {
        DocumentContent workbook = zip("xl/sharedStrings.xml",
                "<sst><si><t>Price</t></si><si><r><t>a</t></r><r><t>b</t></r></si></sst>", "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c t='s'><v>0</v></c><c><f>1+1</f><v>2</v></c></row>"
                        + "<row><c t='s'><v>1</v></c><c t='inlineStr'><is><t>x</t></is></c></row></sheetData></worksheet>");

        assertThat(OfficeText.of(workbook)).hasValue("Price\t2\t\nab\tx");
    }

    @Test
    void hasNothingForOtherFilesAndBrokenOnes() throws IOException {
        assertThat(OfficeText.of(PdfPicturesTest.content("text".getBytes(StandardCharsets.US_ASCII)))).isEmpty();
        assertThat(OfficeText.of(zip("a.txt", "x"))).isEmpty();
        assertThat(OfficeText.of(zip("word/document.xml", "<w><p>"))).isEmpty();
    }

    @Test
    void readsNothingFromElsewhere() throws IOException {
        assertThat(OfficeText.of(zip("word/document.xml",
                "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w><p><t>a&e;b</t></p></w>"))).isEmpty();
    }

    @Test
    void givesUpOnWhatGrowsTooLarge() throws IOException {
        assertThat(OfficeText.of(zip("word/document.xml", "<w><p><t>" + "x".repeat(17 * 1024 * 1024) + "</t></p></w>")))
                .isEmpty();
    }

    private static DocumentContent zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return PdfPicturesTest.content(bytes.toByteArray());
    }
}
