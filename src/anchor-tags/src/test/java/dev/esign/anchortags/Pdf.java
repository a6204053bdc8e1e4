package dev.esign.anchortags;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small PDF files, written object by object, so that each test shows what matters in it. */
final class Pdf {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Pdf() {
        write("%PDF-1.7\n");
    }

    /** A file whose object 1 is a catalog with one page (2 and 3), whose contents are object 4, with the font F1 (5). */
    static Pdf page() {
        return pageWith("/Font << /F1 5 0 R >>");
    }

    static Pdf pageWith(String resources) {
        return empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>")
                .object("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << " + resources + " >> >>");
    }

    static Pdf empty() {
        return new Pdf();
    }

    /** The usual page with these contents. */
    static byte[] of(String contents) {
        return page().stream("", contents.getBytes(StandardCharsets.ISO_8859_1)).helvetica().bytes();
    }

    Pdf helvetica() {
        return object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    Pdf object(String object) {
        begin();
        write(object + "\nendobj\n");
        return this;
    }

    Pdf stream(String dictionary, byte[] data) {
        begin();
        write("<< /Length " + data.length + " " + dictionary + " >>\nstream\n");
        file.writeBytes(data);
        write("\nendstream\nendobj\n");
        return this;
    }

    Pdf deflated(String dictionary, byte[] data) {
        return stream("/Filter /FlateDecode " + dictionary, deflate(data));
    }

    Pdf write(String text) {
        file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    byte[] bytes() {
        return bytesWith("");
    }

    byte[] bytesWith(String trailer) {
        int start = file.size();
        write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
        write("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R " + trailer + " >>\nstartxref\n" + start
                + "\n%%EOF\n");
        return file.toByteArray();
    }

    /** As it is so far, with no table of its objects. */
    byte[] withoutTable() {
        return file.toByteArray();
    }

    static byte[] deflate(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What so many zeros deflate to, without ever holding them. */
    static byte[] deflatedZeros(long count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            for (long left = count; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void begin() {
        offsets.add(file.size());
        write(offsets.size() + " 0 obj\n");
    }
}
