package dev.esign.anchortags;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small Office documents, written part by part, so that each test shows what matters in it. */
final class Office {

    /** Writes a part. */
    @FunctionalInterface
    interface Part {

        void write(OutputStream out) throws IOException;
    }

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.%sml.%s.main+xml";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder();
    private final String folder;

    private Office(String folder, String main, String type) {
        this.folder = folder;
        text("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Override PartName='/" + folder + main + "' ContentType='" + type + "'/></Types>");
        text("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='rId1' Type='" + RELATION + "officeDocument' Target='" + folder + main
                + "'/></Relationships>");
    }

    /** A Word document with these contents of its body. */
    static Office word(String body) {
        return word(out -> out.write(document(body).getBytes(StandardCharsets.UTF_8)));
    }

    static Office word(Part document) {
        return new Office("word/", "document.xml", MAIN.formatted("wordprocessing", "document"))
                .part("word/document.xml", document);
    }

    /** An Excel document with one sheet with these contents of its data. */
    static Office excel(String sheetData) {
        return excel(out -> out.write(("<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8)));
    }

    static Office excel(Part sheet) {
        return new Office("xl/", "workbook.xml", MAIN.formatted("spreadsheet", "sheet"))
                .text("xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='Terms' r:id='sheet1'/></sheets></workbook>")
                .related("sheet1", "worksheet", "sheet.xml", sheet);
    }

    /** The XML of a Word document with these contents of its body. */
    static String document(String body) {
        return "<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='w' xmlns:mc='mc' xmlns:v='v'><w:body>" + body
                + "</w:body></w:document>";
    }

    /** A paragraph of one run. */
    static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</w:t></w:r></w:p>";
    }

    Office related(String id, String type, String name, String xml) {
        return related(id, type, name, out -> out.write(xml.getBytes(StandardCharsets.UTF_8)));
    }

    Office related(String id, String type, String name, Part part) {
        relations.append("<Relationship Id='" + id + "' Type='" + RELATION + type + "' Target='" + name + "'/>");
        return part(URI.create("/" + folder).resolve(name).getPath().substring(1), part);
    }

    Office text(String name, String xml) {
        return part(name, out -> out.write(xml.getBytes(StandardCharsets.UTF_8)));
    }

    Office part(String name, Part part) {
        parts.put(name, part);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes);
        return bytes.toByteArray();
    }

    TagDocument named(String name) {
        return TagDocument.of(name, bytes());
    }

    void write(OutputStream out) {
        String main = parts.containsKey("word/document.xml") ? "word/_rels/document.xml.rels" : "xl/_rels/workbook.xml.rels";
        parts.putIfAbsent(main, part -> part.write(("<Relationships>" + relations + "</Relationships>")
                .getBytes(StandardCharsets.UTF_8)));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
