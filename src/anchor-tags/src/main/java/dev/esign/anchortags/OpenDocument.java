package dev.esign.anchortags;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** The bytes of a document while it is read, in a temporary file where there is no other way to read them at random. */
final class OpenDocument implements Closeable {

    /** What the first bytes tell. */
    enum Signature {
        PDF,
        ZIP,
        ENCRYPTED_OFFICE,
        OTHER
    }

    private static final int HEAD = 1024;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = { 'P', 'K', 3, 4 };
    private static final byte[] COMPOUND = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
            (byte) 0xE1 };
    /** The stream of a compound file that holds an encrypted Office document. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final TagDocument document;
    private final Budget budget;
    private Path temporary;

    private OpenDocument(TagDocument document, Budget budget) {
        this.document = document;
        this.budget = budget;
    }

    static OpenDocument open(TagDocument document, Budget budget) throws IOException {
        if (document.bytes().isPresent()) {
            budget.size(document.bytes().get().length);
        } else if (document.path().isPresent()) {
            budget.size(Files.size(document.path().get()));
        }
        return new OpenDocument(document, budget);
    }

    Signature signature() throws IOException {
        try (InputStream stream = document.open()) {
            byte[] head = stream.readNBytes(HEAD);
            if (indexOf(head, head.length, PDF) >= 0) {
                return Signature.PDF;
            }
            if (startsWith(head, ZIP)) {
                return Signature.ZIP;
            }
            return startsWith(head, COMPOUND) && contains(stream, ENCRYPTED) ? Signature.ENCRYPTED_OFFICE : Signature.OTHER;
        }
    }

    /** The document as a file of the default file system. */
    Path file() throws IOException {
        if (document.path().filter(path -> path.getFileSystem() == FileSystems.getDefault()).isPresent()) {
            return document.path().get();
        }
        if (temporary == null) {
            temporary = Files.createTempFile("anchor-tags", null);
            try (InputStream in = document.open(); OutputStream out = Files.newOutputStream(temporary)) {
                byte[] buffer = new byte[65_536];
                long size = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    budget.size(size);
                    budget.tick();
                    out.write(buffer, 0, read);
                }
            }
        }
        return temporary;
    }

    /** The document, to be read at random. */
    RandomAccessRead randomAccess() throws IOException {
        return document.bytes().isPresent() ? new RandomAccessReadBuffer(document.bytes().get())
                : new RandomAccessReadBufferedFile(file().toFile());
    }

    @Override
    public void close() throws IOException {
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean contains(InputStream stream, byte[] wanted) throws IOException {
        byte[] window = new byte[65_536];
        int kept = 0;
        for (int read = stream.read(window); read >= 0; read = stream.read(window, kept, window.length - kept)) {
            int length = kept + read;
            if (indexOf(window, length, wanted) >= 0) {
                return true;
            }
            budget.tick();
            kept = Math.min(length, wanted.length - 1);
            System.arraycopy(window, length - kept, window, 0, kept);
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static int indexOf(byte[] bytes, int length, byte[] wanted) {
        for (int i = 0; i <= length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
