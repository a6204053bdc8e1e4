package dev.esign.anchortags;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents that are made to harm whoever reads them. */
final class HostileDocuments {

    /** Writes a document to a file. */
    @FunctionalInterface
    private interface Document {

        void write(OutputStream out) throws IOException;
    }

    private static final long MEGABYTE = 1L << 20;

    private final Map<String, Document> documents = new LinkedHashMap<>();

    private HostileDocuments() {
        word("text-bomb", "<w:p><w:r><w:t>", 60 * MEGABYTE, n -> "x", "</w:t></w:r></w:p>");
        word("blank-bomb", "", 300 * MEGABYTE, n -> " ", "");
        word("tags-bomb", "<w:p><w:r><w:t>", 2 * MEGABYTE, n -> "&lt;sig_req_a>", "</w:t></w:r></w:p>");
        word("paragraphs-bomb", "", 2 * MEGABYTE, n -> "<w:p><w:r><w:t>&lt;a</w:t></w:r></w:p>", "");
        word("endless-attribute", "<w:p a='", 120 * MEGABYTE, n -> "x", "'/>");
        word("endless-name", "<w:", 120 * MEGABYTE, n -> "x", "/>");
        word("endless-comment", "<!--", 120 * MEGABYTE, n -> "x>", "-->");
        word("endless-instruction", "<?x ", 120 * MEGABYTE, n -> "x>", "?>");
        word("endless-data", "<w:p><w:r><w:t><![CDATA[", 120 * MEGABYTE, n -> "x", "]]></w:t></w:r></w:p>");
        word("many-attributes", "<w:p ", 5 * MEGABYTE, n -> "a" + n + "='' ", "/>");
        word("many-names", "", 5 * MEGABYTE, n -> "<a" + n + "/>", "");
        word("many-prefixes", "", 5 * MEGABYTE, n -> "<a" + n + ":a xmlns:a" + n + "='b'/>", "");
        word("deep-nesting", "", 5 * MEGABYTE, n -> "<w:tbl>", "");
        word("deep-paragraphs", "", 5 * MEGABYTE, n -> "<w:p>", "");
        documents.put("billion-laughs.docx", Office.word(out -> {
            StringBuilder entities = new StringBuilder("<!DOCTYPE w:document [<!ENTITY a0 'ha'>");
            for (int i = 1; i < 30; i++) {
                entities.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
            }
            text(out, entities + "]><w:document><w:p><w:r><w:t>&a29;</w:t></w:r></w:p></w:document>");
        })::write);
        documents.put("many-parts.docx", out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < 200_000; i++) {
                    zip.putNextEntry(new ZipEntry("p" + i));
                    zip.closeEntry();
                }
            }
        });
        documents.put("bomb-of-relations.docx", Office.word("").part("word/document.xml", out -> text(out, Office.document("")))
                .part("word/_rels/document.xml.rels", out -> repeat(out, "<Relationships>", 5 * MEGABYTE,
                        n -> "<Relationship Id='r" + n + "' Type='/header' Target='document.xml'/>",
                        "</Relationships>"))::write);
        documents.put("cells-bomb.xlsx", Office.excel(out -> repeat(out, "<worksheet><sheetData><row>", 100 * MEGABYTE,
                n -> "<c><v>1</v></c>", "</row></sheetData></worksheet>"))::write);
        documents.put("shared-text-bomb.xlsx", Office.excel(out -> repeat(out, "<worksheet><sheetData><row>", 5 * MEGABYTE,
                n -> "<c t='s'><v>0</v></c>", "</row></sheetData></worksheet>"))
                .related("s", "sharedStrings", "shared.xml",
                        out -> repeat(out, "<sst><si><t>&lt;", 1_000_000, n -> "x", "</t></si></sst>"))::write);
        documents.put("shared-texts-bomb.xlsx", Office.excel("").related("s", "sharedStrings", "shared.xml",
                out -> repeat(out, "<sst>", 80 * MEGABYTE, n -> "<si><t>&lt;" + n + "</t></si>", "</sst>"))::write);
        documents.put("header-bomb.xlsx", Office.excel(out -> repeat(out, "<worksheet><headerFooter><oddHeader>", 60 * MEGABYTE,
                n -> "&amp;C", "</oddHeader></headerFooter></worksheet>"))::write);

        byte[] zeros = Pdf.deflatedZeros(300 * MEGABYTE);
        pdf("contents-bomb", () -> Pdf.page().stream("/Filter /FlateDecode", zeros).helvetica().bytes());
        pdf("contents-bomb-in-a-bomb", () -> Pdf.page().stream("/Filter [/FlateDecode /FlateDecode]", Pdf.deflate(zeros))
                .helvetica().bytes());
        pdf("lzw-garbage", () -> Pdf.page().stream("/Filter [/LZWDecode /RunLengthDecode /ASCII85Decode]", zeros).helvetica()
                .bytes());
        pdf("objects-bomb", () -> Pdf.empty().stream("/Type /ObjStm /N 1000000 /First 10 /Filter /FlateDecode", zeros)
                .write("trailer\n<< /Root 2 0 R >>\n").withoutTable());
        pdf("table-bomb", () -> tableBomb(zeros));
        pdf("font-table-bomb", () -> Pdf.page().stream("", "BT /F1 12 Tf (a) Tj ET".getBytes(StandardCharsets.US_ASCII))
                .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>")
                .stream("/Filter /FlateDecode", zeros).bytes());
        pdf("font-with-billions-of-codes", () -> Pdf.page()
                .stream("", "BT /F1 12 Tf <00000001> Tj ET".getBytes(StandardCharsets.US_ASCII))
                .object("<< /Type /Font /Subtype /Type0 /Encoding 6 0 R /ToUnicode 6 0 R /DescendantFonts [<< /W [0 2147483647 "
                        + "500 0 [1]] >>] >>")
                .stream("", ("1 begincodespacerange <00000000> <ffffffff> endcodespacerange\n1 beginbfrange <00000000> "
                        + "<7ffffffe> <00000000> endbfrange\n1 begincidrange <00000000> <7ffffffe> 0 endcidrange")
                        .getBytes(StandardCharsets.US_ASCII))
                .bytes());
        pdf("form-in-itself",
                () -> Pdf.pageWith("/XObject << /X 5 0 R >>").stream("", "/X Do".getBytes(StandardCharsets.US_ASCII))
                        .stream("/Subtype /Form /Resources << /XObject << /X 5 0 R >> >>",
                                "/X Do /X Do".getBytes(StandardCharsets.US_ASCII))
                        .bytes());
        pdf("forms-in-forms", () -> formsInForms());
        pdf("pages-in-pages", () -> Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] >>").object("<< /Type /Pages /Kids [2 0 R] >>").bytes());
        pdf("many-pages", () -> Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [" + "<< /Type /Page >> ".repeat(100_000) + "] >>").bytes());
        pdf("parents-of-themselves", () -> Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids 3 0 R >>").object("3 0 R").bytes());
        pdf("nested-arrays",
                () -> Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>").object("[".repeat(5_000_000)).bytes());
        pdf("nested-contents", () -> Pdf.of("[".repeat(5_000_000) + "<<".repeat(1_000_000)));
        pdf("contents-of-saves", () -> Pdf.page().deflated("", "q ".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII))
                .helvetica().bytes());
        pdf("contents-of-numbers", () -> Pdf.page().deflated("", ("[" + "1 ".repeat(7_000_000) + "] TJ")
                .getBytes(StandardCharsets.US_ASCII)).helvetica().bytes());
        pdf("contents-of-letters", () -> Pdf.page().deflated("", ("BT /F1 9 Tf (" + "<".repeat(15_000_000) + ") Tj ET")
                .getBytes(StandardCharsets.US_ASCII)).helvetica().bytes());
        pdf("pages-of-letters", () -> pagesOfLetters());
        pdf("dictionary-of-numbers", () -> Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Kids [" + "1.5 ".repeat(2_000_000) + "] >>").bytes());
        pdf("dictionary-of-names", () -> Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< " + names(1_000_000) + ">>").bytes());
        pdf("names-in-a-stream", () -> Pdf.empty().deflated("/Type /ObjStm /N 1 /First 4",
                ("2 0 [" + names(1_000_000)).getBytes(StandardCharsets.US_ASCII))
                .write("trailer\n<< /Root 2 0 R >>\n").withoutTable());
        pdf("many-objects-without-table", () -> Pdf.empty().write("1 0 obj 1 endobj ".repeat(2_000_000)).withoutTable());
        pdf("table-of-billions", () -> Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>").write("xref\n0 2000000000\n"
                + "0000000009 00000 n \n".repeat(2_000_000) + "trailer << /Root 1 0 R >>\nstartxref\n62\n%%EOF")
                .withoutTable());
        pdf("tables-in-a-circle", () -> Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .write("xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Prev 62 >>\nstartxref\n62\n%%EOF")
                .withoutTable());
    }

    /** Writes all of them into a folder. */
    static void write(Path folder) {
        new HostileDocuments().documents.forEach((name, document) -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
                document.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void word(String name, String start, long length, LongFunction<String> piece, String end) {
        String[] around = Office.document("\n").split("\n");
        documents.put(name + ".docx",
                Office.word(out -> repeat(out, around[0] + start, length, piece, end + around[1]))::write);
    }

    /** Made when it is written, since all of them together would fill the memory. */
    private void pdf(String name, Supplier<byte[]> bytes) {
        documents.put(name + ".pdf", out -> out.write(bytes.get()));
    }

    private static String names(int count) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            names.append("/a").append(i).append(" 1 ");
        }
        return names.toString();
    }

    private static byte[] tableBomb(byte[] zeros) {
        Pdf pdf = Pdf.empty();
        int start = pdf.withoutTable().length;
        return pdf
                .stream("/Type /XRef /W [1 1 1] /Index [0 2000000000] /Size 2000000000 /Root 2 0 R /Filter /FlateDecode", zeros)
                .write("startxref\n" + start + "\n%%EOF").withoutTable();
    }

    /** Each form shows the next one ten times. */
    private static byte[] formsInForms() {
        Pdf pdf = Pdf.pageWith("/XObject << /X 5 0 R >>").stream("", "/X Do".getBytes(StandardCharsets.US_ASCII));
        for (int next = 6; next < 25; next++) {
            pdf.stream("/Subtype /Form /Resources << /XObject << /X " + next + " 0 R >> >>",
                    "/X Do ".repeat(10).getBytes(StandardCharsets.US_ASCII));
        }
        return pdf.bytes();
    }

    /** Twenty pages share contents of as many letters as a page may have. */
    private static byte[] pagesOfLetters() {
        return Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Resources << /Font << /F1 4 0 R >> >> /Kids ["
                        + "<< /Type /Page /Contents 3 0 R >> ".repeat(20) + "] >>")
                .deflated("", ("BT /F1 9 Tf 9 TL " + "(xxxxxxxxxx) Tj T* ".repeat(15_000) + "ET")
                        .getBytes(StandardCharsets.US_ASCII))
                .helvetica().bytes();
    }

    private static void repeat(OutputStream out, String start, long length, LongFunction<String> piece, String end)
            throws IOException {
        text(out, start);
        boolean same = piece.apply(0).equals(piece.apply(1));
        StringBuilder block = new StringBuilder();
        byte[] bytes = {};
        long written = 0;
        for (long n = 0; written < length;) {
            if (!same || n == 0) {
                block.setLength(0);
                while (block.length() < 65_536) {
                    block.append(piece.apply(n++));
                }
                bytes = block.toString().getBytes(StandardCharsets.UTF_8);
            }
            out.write(bytes);
            written += bytes.length;
        }
        text(out, end);
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
