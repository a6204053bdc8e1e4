package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.rest.DocumentSink.Place;
import dev.esign.runtime.SpoolingSink.LocalFailure;

/** All documents are saved, or none. */
class SavingSinkTest {

    @TempDir
    Path directory;

    @Test
    void nothingHasItsNameBeforeTheEnd() throws IOException {
        try (SavingSink sink = new SavingSink(directory, new ReentrantLock())) {
            write(sink).finish("a.pdf");
            write(sink); // never finished

            assertThat(directory).isDirectoryNotContaining("glob:**.pdf");
            assertThat(sink.moveIntoPlace()).singleElement().satisfies(saved -> assertThat(saved.size()).isEqualTo(2));
        }
        assertThat(directory.toFile().list()).containsExactly("a.pdf");
    }

    @Test
    void ifOneCantBeMovedNoneStays() throws IOException {
        try (SavingSink sink = new SavingSink(directory, new ReentrantLock())) {
            write(sink).finish("SECRET-a.pdf");
            write(sink).finish("SECRET-b.pdf");
            try (var files = Files.list(directory)) {
                Files.delete(files.sorted().findFirst().orElseThrow());
            }

            assertThatThrownBy(sink::moveIntoPlace).isInstanceOf(LocalFailure.class)
                    .cause().isInstanceOf(UncheckedIOException.class).satisfies(failure -> {
                        StringWriter everything = new StringWriter();
                        failure.printStackTrace(new PrintWriter(everything));
                        assertThat(everything.toString()).doesNotContain("SECRET");
                    });
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsGoneIsAFailureOfThisSide() {
        try (SavingSink sink = new SavingSink(directory.resolve("gone"), new ReentrantLock())) {
            assertThatThrownBy(sink::begin).isInstanceOf(LocalFailure.class).hasCauseInstanceOf(UncheckedIOException.class);
        }
    }

    private static Place write(SavingSink sink) throws IOException {
        Place place = sink.begin();
        try (OutputStream out = place.open()) {
            out.write(new byte[2]);
        }
        return place;
    }
}
