package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagDocumentTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "libreoffice.docx", "libreoffice.xlsx", "libreoffice.pdf", "libreoffice.rtf" })
    void isReadTheSameFromAFileBytesAndAStream(String name) throws IOException {
        Path file = DOCUMENTS.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Path zip = folder.resolve("files.zip");
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path elsewhere = Files.write(files.getPath("/document"), bytes);

            assertThat(Stream.of(TagDocument.of(file), TagDocument.of("a", bytes), TagDocument.of(elsewhere),
                    TagDocument.of("a", () -> Files.newInputStream(file))).map(AnchorTags.standard()::read).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void isCalledAsItsFile() {
        assertThat(TagDocument.of(DOCUMENTS.resolve("pandoc.docx")).name()).isEqualTo("pandoc.docx");
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        byte[] word = Files.readAllBytes(DOCUMENTS.resolve("libreoffice.docx"));
        byte[] broken = Arrays.copyOf(word, word.length / 2);
        long before = temporaryFiles();

        AnchorTags.standard().read(TagDocument.of("a", word));
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> AnchorTags.standard().read(TagDocument.of("a", broken)));
        assertThatExceptionOfType(UnreadableDocumentException.class).isThrownBy(() -> AnchorTags.standard()
                .limits(ReadLimits.standard().withBytes(100)).read(TagDocument.of("a", () -> new ByteArrayInputStream(word))));

        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void failsAsItsStreamFails() {
        IOException failure = new IOException("no");

        assertThatThrownBy(() -> AnchorTags.standard().read(TagDocument.of("a", () -> {
            throw failure;
        }))).isInstanceOf(UncheckedIOException.class).hasCause(failure);
        assertThatThrownBy(() -> AnchorTags.standard().read(TagDocument.of(folder.resolve("gone.pdf"))))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void isReadForTagsBySeveralAtOnce() {
        TagDocument document = TagDocument.of(DOCUMENTS.resolve("libreoffice.pdf"));

        assertThat(Stream.generate(() -> document).limit(32).parallel().map(AnchorTags.standard()::read).distinct()).hasSize(1);
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("anchor-tags")).count();
        }
    }
}
