package dev.esign.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A PDF with lines of text on as many pages as they need. */
final class SamplePdf {

    private static final int LINES = 45;
    /** The catalog, the pages and the font come first. */
    private static final int FIRST_PAGE = 4;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private SamplePdf() {
        write("%PDF-1.7\n");
    }

    static byte[] of(List<String> paragraphs) {
        int pages = Math.max(1, (paragraphs.size() + LINES - 1) / LINES);
        SamplePdf pdf = new SamplePdf();
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Count " + pages + " /MediaBox [0 0 612 792] /Kids [" + IntStream.range(0, pages)
                .mapToObj(page -> FIRST_PAGE + 2 * page + " 0 R").collect(Collectors.joining(" ")) + "] >>");
        pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        for (int page = 0; page < pages; page++) {
            pdf.object("<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents "
                    + (FIRST_PAGE + 2 * page + 1) + " 0 R >>");
            pdf.contents(paragraphs.subList(page * LINES, Math.min((page + 1) * LINES, paragraphs.size())));
        }
        return pdf.end();
    }

    private void contents(List<String> lines) {
        String text = lines.stream().map(line -> "(" + string(line) + ") Tj T*\n").collect(Collectors.joining());
        String contents = "BT /F1 11 Tf 15 TL 72 720 Td\n" + text + "ET";
        object("<< /Length " + contents.length() + " >>\nstream\n" + contents + "\nendstream");
    }

    private static String string(String line) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(line)) {
            throw new IllegalArgumentException(
                    "paragraph: has characters that the font of a sample PDF lacks; keep to Latin-1, or make a docx");
        }
        return line.replaceAll("[\\\\()]", "\\\\$0");
    }

    private void object(String object) {
        offsets.add(file.size());
        write(offsets.size() + " 0 obj\n" + object + "\nendobj\n");
    }

    private byte[] end() {
        int start = file.size();
        write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
        write("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
        return file.toByteArray();
    }

    private void write(String text) {
        file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
