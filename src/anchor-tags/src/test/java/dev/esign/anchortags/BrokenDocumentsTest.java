package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenDocumentsTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

    /** Whatever is wrong, there is one kind of exception, and it says nothing of the content. */
    @ParameterizedTest
    @ValueSource(strings = { "libreoffice.docx", "exceljs.xlsx", "libreoffice.pdf", "pdf-lib.pdf", "qpdf-linearized.pdf",
            "restricted.pdf", "xlsx-populate-encrypted.xlsx" })
    void endInOneKindOfException(String name) throws IOException {
        byte[] document = Files.readAllBytes(DOCUMENTS.resolve(name));
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 200; i++) {
            byte[] broken = Arrays.copyOf(document,
                    random.nextInt(3) == 0 ? random.nextInt(document.length) : document.length);
            for (int changes = random.nextInt(20); changes > 0 && broken.length > 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                AnchorTags.standard().read(TagDocument.of("a", broken));
            } catch (UnreadableDocumentException e) {
                assertThat(e).hasNoCause();
                assertThat(e.getMessage()).startsWith("document: ").doesNotContain("Seller", "Buyer", "sig_");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "libreoffice.docx", "libreoffice.xlsx" })
    void truncatedOnesAreToldSo(String name) throws IOException {
        byte[] document = Files.readAllBytes(DOCUMENTS.resolve(name));

        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(
                        () -> AnchorTags.standard().read(TagDocument.of("a", Arrays.copyOf(document, document.length - 30))))
                .withMessage("document: has no end; it is probably truncated; open it in the program that made it and save it "
                        + "again")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(UnreadableDocumentException.Reason.BROKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/Adobe.PubSec", "/Unknown" })
    void whatIsEncryptedForCertificatesIsToldSo(String filter) {
        byte[] document = Pdf.empty().object("<< /Type /Catalog /Pages 3 0 R >>").object("<< /Filter " + filter + " /V 4 >>")
                .object("<< /Type /Pages /Kids [] >>").bytesWith("/Encrypt 2 0 R");

        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> AnchorTags.standard().read(TagDocument.of("a", document)))
                .withMessage("document: is encrypted; save it without a password");
    }

    @Test
    void logsSayNothing() {
        String secret = "Lovelace";
        Level before = Logger.getLogger("").getLevel();
        List<LogRecord> records = new CopyOnWriteArrayList<>();
        Handler handler = new Recorder(records);
        Logger.getLogger("").addHandler(handler);
        Logger.getLogger("").setLevel(Level.ALL);
        try {
            read(("%PDF-1.7\n1 0 obj " + secret + " endobj\ntrailer << /Root 1 0 R >>").getBytes(StandardCharsets.US_ASCII));
            read(Pdf.page().stream("/Filter /" + secret, secret.getBytes(StandardCharsets.US_ASCII)).object(secret).bytes());
            read(Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R " + secret + " >>").object("<< " + secret).withoutTable());
            read(Office.word("<w:p>" + secret + "<").bytes());
        } finally {
            Logger.getLogger("").setLevel(before);
            Logger.getLogger("").removeHandler(handler);
        }

        assertThat(records).extracting(LogRecord::getLoggerName).noneMatch(name -> name.startsWith("org.apache"));
        assertThat(records).extracting(LogRecord::getMessage).noneMatch(message -> message.contains(secret));
    }

    @ParameterizedTest
    @CsvSource({ "libreoffice.pdf", "libreoffice.docx", "libreoffice.xlsx" })
    void takeNoMoreTimeThanAllowed(String name) {
        AnchorTags hasty = AnchorTags.standard().limits(ReadLimits.standard().withTime(Duration.ofNanos(1)));

        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> hasty.read(TagDocument.of(DOCUMENTS.resolve(name))))
                .withMessage("document: takes more than 0 ms to read; make it smaller, or raise ReadLimits.time");
    }

    @Test
    void eachLimitIsKept() {
        ReadLimits limits = ReadLimits.standard();
        byte[] pdf = Pdf.of("BT /F1 12 Tf 72 700 Td (<sig_req_a><sig_req_b>) Tj ET");
        byte[] word = Office.word(Office.paragraph("<sig_req_a><sig_req_b>")).bytes();
        byte[] excel = Office.excel("<row><c/><c/></row>").bytes();

        assertThat(limitOf(limits.withBytes(100), pdf)).isEqualTo("bytes");
        assertThat(limitOf(limits.withInflatedBytes(20), pdf)).isEqualTo("inflatedBytes");
        assertThat(limitOf(limits.withStreamBytes(20), pdf)).isEqualTo("streamBytes");
        assertThat(limitOf(limits.withObjects(3), pdf)).isEqualTo("objects");
        assertThat(limitOf(limits.withCharactersPerPage(21), pdf)).isEqualTo("charactersPerPage");
        assertThat(limitOf(limits.withPages(1), twoPages())).isEqualTo("pages");
        assertThat(limitOf(limits.withEntries(2), word)).isEqualTo("entries");
        assertThat(limitOf(limits.withCharacters(21), word)).isEqualTo("characters");
        assertThat(limitOf(limits.withFindings(1), word)).isEqualTo("findings");
        assertThat(limitOf(limits.withCells(1), excel)).isEqualTo("cells");
    }

    private static byte[] twoPages() {
        return Pdf.empty().object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [<< /Type /Page >> << /Type /Page >>] >>").bytes();
    }

    private static String limitOf(ReadLimits limits, byte[] document) {
        try {
            AnchorTags.standard().limits(limits).read(TagDocument.of("a", document));
            return "none";
        } catch (UnreadableDocumentException e) {
            assertThat(e.reason()).isEqualTo(UnreadableDocumentException.Reason.OVER_LIMIT);
            return e.fix().substring(e.fix().lastIndexOf('.') + 1);
        }
    }

    /** Reads it, whether or not that works. */
    private static void read(byte[] document) {
        try {
            AnchorTags.standard().read(TagDocument.of("a", document));
        } catch (UnreadableDocumentException e) {
            assertThat(e.getMessage()).doesNotContain("Lovelace");
        }
    }

    private static final class Recorder extends Handler {

        private final List<LogRecord> records;

        private Recorder(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
