package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ExcelTest {

    @Test
    void readsTextsOfAllKindsOfCells() {
        Office office = Office.excel("<row><c t='inlineStr'><is><r><t>&lt;sig_</t></r><r><t>req_a></t></r></is></c>"
                + "<c><v>5</v></c><c t='str'><f>\"&lt;sig_req_no>\"</f><v>&lt;sig_req_b></v></c></row>"
                + "<row r='7'><c r='AB7' t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='s'><v>9</v></c></row>")
                .related("s", "sharedStrings", "sharedStrings.xml", "<sst><si><t>plain</t></si><si><r><t>&lt;sig_req</t></r>"
                        + "<r><t>_c></t></r><rPh><t>&lt;sig_req_no></t></rPh></si></sst>");

        assertThat(found(office)).containsExactly("sheet Terms, A1: sig_req_a", "sheet Terms, C1: sig_req_b",
                "sheet Terms, AB7: sig_req_c");
    }

    @Test
    void readsHeadersWithoutTheirCodes() {
        Office office = Office
                .excel(out -> out.write(("<worksheet><sheetData/><headerFooter><oddHeader>&amp;L&amp;\"Arial\"&amp;12"
                        + "&lt;sig_req_a>&amp;C&lt;sig_req_&amp;Bb>&amp;R&lt;sig_req_Smith &amp;&amp; Co></oddHeader><firstFooter>"
                        + "&lt;sig_req_c></firstFooter></headerFooter></worksheet>").getBytes()));

        assertThat(found(office)).containsExactly("sheet Terms, header: sig_req_a", "sheet Terms, header: sig_req_b",
                "sheet Terms, header: sig_req_Smith & Co", "sheet Terms, footer: sig_req_c");
    }

    @Test
    void readsShapes() {
        Office office = Office.excel("").text("xl/_rels/sheet.xml.rels", "<Relationships><Relationship Id='d' "
                + "Type='x/drawing' Target='drawing.xml'/></Relationships>")
                .text("xl/drawing.xml", "<xdr:wsDr xmlns:xdr='x' xmlns:a='a'><xdr:twoCellAnchor><xdr:from><xdr:col>27</xdr:col>"
                        + "<xdr:colOff>5</xdr:colOff><xdr:row>3</xdr:row></xdr:from><a:p><a:r><a:t>&lt;sig_</a:t></a:r><a:r>"
                        + "<a:t>req_a></a:t></a:r></a:p></xdr:twoCellAnchor></xdr:wsDr>");

        assertThat(found(office)).containsExactly("sheet Terms, AB4: sig_req_a");
    }

    @Test
    void readsSheetsInTheirOrder() {
        Office office = Office.excel("<row><c t='str'><v>&lt;sig_req_a></v></c></row>")
                .text("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='Second' r:id='other'/>"
                        + "<sheet name='Gone' r:id='gone'/><sheet name='Terms' r:id='sheet1'/></sheets></workbook>")
                .related("other", "worksheet", "/xl/other.xml",
                        "<worksheet><row><c t='str'><v>&lt;sig_req_b></v></c></row></worksheet>");

        assertThat(found(office)).containsExactly("sheet Second, A1: sig_req_b", "sheet Terms, A1: sig_req_a");
    }

    private static List<String> found(Office office) {
        return AnchorTags.standard().read(office.named("a.xlsx")).found().stream()
                .map(found -> found.place().describe() + ": " + found.reading().shortText()).toList();
    }
}
