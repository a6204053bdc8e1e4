package dev.esign.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged command line as a process, the way a person or a script runs it: the executable of a native build, else the jar.
 */
final class Esign {

    /** How it ended. */
    record Result(int exitCode, String out, String err) {
    }

    private static final int LONGEST_RUN_SECONDS = 120;

    private final Path directory;
    private final List<String> runtimeOptions = new ArrayList<>();
    private final Map<String, String> environment;

    /** Runs in an empty directory, so that no settings lie about. */
    Esign(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** An option such as {@code -Xmx48m} or {@code -Dname=value}, which the JVM and the executable take alike. */
    Esign runtimeOption(String option) {
        runtimeOptions.add(option);
        return this;
    }

    Result run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        String executable = System.getProperty("native.image.path");
        if (executable == null) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(runtimeOptions);
            command.addAll(List.of("-jar", Path.of("target", "esign.jar").toAbsolutePath().toString()));
        } else {
            command.add(executable);
            command.addAll(runtimeOptions);
        }
        command.addAll(List.of(args));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("esign did not end: " + read(out) + read(err));
            }
            return new Result(process.exitValue(), read(out), read(err));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
