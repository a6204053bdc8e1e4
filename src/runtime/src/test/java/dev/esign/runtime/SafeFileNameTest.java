package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document is called, its file is in the directory. */
class SafeFileNameTest {

    private static final Path DIRECTORY = Path.of("/tmp/somewhere");

    @ParameterizedTest
    @CsvSource({ "a.pdf, a.pdf", "../../etc/passwd, _.._etc_passwd", "'..', document", "'.', document", "'  ', document",
            ".bashrc, bashrc", "C:\\Windows\\a.pdf, C__Windows_a.pdf", "/etc/passwd, _etc_passwd", "nul.pdf, _nul.pdf",
            "COM1, _COM1", "a.pdf., a.pdf", "a b (1).pdf, a b (1).pdf" })
    void namesLoseWhatLeadsElsewhere(String text, String name) {
        assertThat(SafeFileName.of(text).in(DIRECTORY, 1)).isEqualTo(DIRECTORY.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\u0000.pdf", "a\n.pdf", "fdp\u202Eexe.a", "\uD800", "a\u2028b", "..\u0000/..",
            "\u00e4\u6f22.pdf" })
    void noNameLeavesTheDirectory(String text) {
        Path file = SafeFileName.of(text).in(DIRECTORY, 1);

        assertThat(file.normalize().getParent()).isEqualTo(DIRECTORY);
        assertThat(file.getFileName().toString()).doesNotContainPattern("\\p{C}");
    }

    @Test
    void longNamesKeepTheirExtensionAndTheirNumber() {
        Path file = SafeFileName.of("\uD83D\uDE00".repeat(500) + ".pdf").in(DIRECTORY, 12);

        assertThat(file.getFileName().toString()).endsWith(" (12).pdf");
        assertThat(file.getFileName().toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
    }
}
