package dev.esign.deployment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The least that Word takes for a document. */
final class WordDocument {

    private WordDocument() {
    }

    /** A document of one paragraph. */
    static byte[] of(String text) {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        Map<String, String> parts = Map.of("[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
                        + " PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument"
                        + ".wordprocessingml.document.main+xml'/></Types>",
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1'"
                        + " Type='" + relations + "officeDocument' Target='word/document.xml'/></Relationships>",
                "word/document.xml",
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
                        + text.replace("<", "&lt;") + "</w:t></w:r></w:p></w:body></w:document>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return bytes.toByteArray();
    }
}
