package dev.esign.sandbox.pages.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.esign.sandbox.session.DocumentContent;

/**
 * The text of Word and Excel documents, so that people see what they sign without an office program: paragraphs as lines,
 * the cells of a row beside each other. Headers, footers and pictures are left out.
 */
public final class OfficeText {

    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final long MOST_SKIPPED = 256L * 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;

    private final StringBuilder text = new StringBuilder();
    private final List<String> sharedTexts = new ArrayList<>();

    private OfficeText() {
    }

    /**
     * Reads a document.
     *
     * @return its text, perhaps shortened; nothing if it is no such document, or a broken one
     */
    public static Optional<String> of(DocumentContent content) {
        try {
            Map<String, byte[]> parts = parts(content);
            OfficeText reader = new OfficeText();
            if (parts.containsKey("word/document.xml")) {
                reader.read(parts.get("word/document.xml"), reader::word);
            } else {
                reader.readWorkbook(parts);
            }
            String found = reader.text.toString().strip();
            return found.isEmpty() ? Optional.empty() : Optional.of(found);
        } catch (IOException | XMLStreamException e) {
            // Another kind of file, or a broken one.
            return Optional.empty();
        }
    }

    /** What is done at each step through XML. */
    private interface Step {

        void take(XMLStreamReader xml) throws XMLStreamException;
    }

    private void read(byte[] part, Step step) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
        try {
            while (xml.hasNext() && text.length() < LONGEST_TEXT) {
                xml.next();
                step.take(xml);
            }
        } finally {
            xml.close();
        }
    }

    private void word(XMLStreamReader xml) throws XMLStreamException {
        if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "t" -> text.append(xml.getElementText());
                case "tab" -> text.append('\t');
                case "br", "cr" -> text.append('\n');
                default -> {
                    // Says how the text looks.
                }
            }
        } else if (xml.getEventType() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("p")) {
            text.append('\n');
        }
    }

    private void readWorkbook(Map<String, byte[]> parts) throws XMLStreamException {
        if (parts.containsKey("xl/sharedStrings.xml")) {
            StringBuilder one = new StringBuilder();
            read(parts.get("xl/sharedStrings.xml"), xml -> {
                if (xml.getEventType() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                    one.append(xml.getElementText());
                } else if (xml.getEventType() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("si")) {
                    sharedTexts.add(one.toString());
                    one.setLength(0);
                }
            });
        }
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().startsWith("xl/worksheets/")) {
                read(part.getValue(), new Sheet());
            }
        }
    }

    private final class Sheet implements Step {

        private String type = "";

        @Override
        public void take(XMLStreamReader xml) throws XMLStreamException {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> type = String.valueOf(xml.getAttributeValue(null, "t"));
                    case "v", "t" -> cell(xml.getElementText());
                    default -> {
                        // Formulas and looks.
                    }
                }
            } else if (xml.getEventType() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                text.append('\n');
            }
        }

        private void cell(String value) {
            boolean shared = type.equals("s") && value.matches("\\d{1,7}") && Integer.parseInt(value) < sharedTexts.size();
            text.append(shared ? sharedTexts.get(Integer.parseInt(value)) : value).append('\t');
        }
    }

    private static Map<String, byte[]> parts(DocumentContent content) throws IOException {
        // Sheets by name: 1 comes before 2.
        Map<String, byte[]> parts = new TreeMap<>();
        int left = MOST_BYTES;
        try (InputStream file = content.open(); ZipInputStream zip = new ZipInputStream(file)) {
            int entries = 0;
            long skipped = 0;
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null && entries++ < MOST_ENTRIES && skipped < MOST_SKIPPED) {
                String name = entry.getName();
                boolean wanted = name.equals("word/document.xml") || name.equals("xl/sharedStrings.xml")
                        || name.startsWith("xl/worksheets/") && name.endsWith(".xml") && !name.contains("_rels");
                if (!wanted) {
                    skipped += zip.skip(MOST_SKIPPED - skipped);
                    continue;
                }
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new IOException("the document is larger than " + MOST_BYTES + " bytes when unpacked");
                }
                parts.put(name, bytes);
            }
        }
        return parts;
    }
}
