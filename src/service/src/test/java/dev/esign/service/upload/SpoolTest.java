package dev.esign.service.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    Path base;

    @Test
    void removesWhatAKilledProcessLeftBehind() throws IOException {
        Path left = Files.createDirectory(base.resolve("killed"));
        Files.writeString(left.resolve("file"), "document");
        Files.createFile(base.resolve("killed.lock"));
        Path foreign = Files.writeString(base.resolve("foreign.txt"), "not ours");

        try (Spool spool = Spool.open(base)) {
            assertThat(left).doesNotExist();
            assertThat(base.resolve("killed.lock")).doesNotExist();
            assertThat(foreign).exists();
        }
    }

    @Test
    void leavesTheFilesOfALivingOneAlone() throws IOException {
        try (Spool living = Spool.open(base)) {
            Path file = living.newFile();
            try (Spool other = Spool.open(base)) {
                assertThat(file).exists();
                assertThat(other.newFile().getParent()).isNotEqualTo(file.getParent());
            }
            assertThat(file).exists();
        }
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void makesItsDirectory() throws IOException {
        Path below = base.resolve("a/b");

        try (Spool spool = Spool.open(below)) {
            assertThat(spool.newFile()).exists();
        }
        assertThat(below).isEmptyDirectory();
    }
}
