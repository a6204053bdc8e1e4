package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Reading starts no AWT, which a native executable or a slim container doesn't have, and looks for no fonts. */
class NoToolkitTest {

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells which libraries a process has loaded")
    void readingLoadsNoNativeLibraryOfAwt() throws Exception {
        Path output = folder.resolve("out");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder, "-cp", System.getProperty("java.class.path"), Loaded.class.getName(),
                "src/test/resources/documents").redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }

        List<String> lines = Files.readAllLines(output);
        assertThat(lines).anyMatch(line -> line.contains("libjava.so"))
                .noneMatch(line -> line.matches(".*/lib(awt|fontmanager|lcms|javajpeg|freetype|mlib_image)[^/]*"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(output);
        }
    }

    /** Reads all documents of a folder, then tells which files its process has mapped. */
    static final class Loaded {

        private Loaded() {
        }

        public static void main(String[] arguments) throws IOException {
            ReadAll.main(arguments);
            Files.readAllLines(Path.of("/proc/self/maps")).forEach(System.out::println);
        }
    }
}
