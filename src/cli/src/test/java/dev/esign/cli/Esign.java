package dev.esign.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The packaged command line as a process, the way a person or a script runs it: the executable of a native build, else the jar.
 */
final class Esign {

    /** How it ended. */
    record Result(int exitCode, String out, String err) {
    }

    static final Duration LONGEST_RUN = Duration.ofMinutes(10);
    /** Waits that eSign needs, and a sandbox doesn't. */
    private static final Map<String, String> WITHOUT_WAITS = Map.of("QUARKUS_ESIGN_START_DELAY", "0S",
            "QUARKUS_ESIGN_START_RETRY_DELAY", "0.1S", "QUARKUS_ESIGN_START_JITTER", "0S",
            "QUARKUS_ESIGN_CREATE_LOOK_UP_AFTER", "0.1S");
    private static final String EXECUTABLE = System.getProperty("native.image.path");
    /** Where tests run in the background of a shell, SIGINT is ignored, and every process inherits that. */
    private static final List<String> INTERRUPTIBLE = System.getProperty("os.name").equals("Linux")
            ? List.of("env", "--default-signal=INT")
            : List.of();

    /** What starts a JVM sooner: the classes of an earlier run. */
    private static final class Archive {

        static final List<String> OPTIONS = make(Path.of("target", "esign.jsa").toAbsolutePath());

        private static List<String> make(Path archive) {
            List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
            Path log = archive.resolveSibling("esign.jsa.log");
            try {
                Files.deleteIfExists(archive);
                List<String> command = new ArrayList<>(List.of(java()));
                command.addAll(options);
                // Without any account, so against a sandbox of its own.
                command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", jar(), "send", Samples.DOCX, "--signer",
                        Samples.SELLER, "--signer", Samples.BUYER));
                ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
                clean(builder.environment());
                builder.environment().putAll(WITHOUT_WAITS);
                builder.environment().put("XDG_CONFIG_HOME", archive.toString());
                builder.start().waitFor();
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError("the archive of classes couldn't be made", failure);
            }
            return List.of(options.get(0), options.get(1), "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off",
                    "-Xlog:cds+dynamic=off");
        }
    }

    private final Path directory;
    private final List<String> runtimeOptions = new ArrayList<>(EXECUTABLE == null ? Archive.OPTIONS : List.of());
    private final Map<String, String> environment;
    private String input = "";

    /** Runs in an empty directory, so that no settings lie about, with that for a home. */
    Esign(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = new HashMap<>(WITHOUT_WAITS);
        this.environment.putAll(environment);
        this.environment.putIfAbsent("XDG_CONFIG_HOME", directory.resolve("config").toString());
    }

    /** With the account of a sandbox, by the environment. */
    static Esign at(String url, Path directory) {
        return new Esign(directory, Map.of("QUARKUS_ESIGN_URL", url, "QUARKUS_ESIGN_API_KEY", "a/key+=", "QUARKUS_ESIGN_SALT",
                "s4lt", "QUARKUS_ESIGN_USERNAME", "me@example.com", "QUARKUS_ESIGN_RETURN_URL", "https://e.com/"));
    }

    /** An option such as {@code -Xmx48m} or {@code -Dname=value}, which the JVM and the executable take alike. */
    Esign runtimeOption(String option) {
        runtimeOptions.add(option);
        return this;
    }

    Esign variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What it reads on standard input. */
    Esign input(String text) {
        input = text;
        return this;
    }

    Result run(String... args) throws IOException, InterruptedException {
        return start(args).end();
    }

    Result runOnTerminal(String... args) throws IOException, InterruptedException {
        return startOnTerminal(args).end();
    }

    /** Runs on a terminal, where it can be typed. */
    Running startOnTerminal(String... args) throws IOException {
        String line = command(args).stream().map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return start(List.of("script", "-qefc", line, "/dev/null"));
    }

    Running start(String... args) throws IOException {
        return start(command(args));
    }

    private List<String> command(String... args) {
        List<String> command = new ArrayList<>();
        command.add(EXECUTABLE == null ? java() : EXECUTABLE);
        command.addAll(runtimeOptions);
        if (EXECUTABLE == null) {
            command.addAll(List.of("-jar", jar()));
        }
        command.addAll(List.of(args));
        return command;
    }

    private Running start(List<String> command) throws IOException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        List<String> words = new ArrayList<>(INTERRUPTIBLE);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        clean(builder.environment());
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!command.get(0).equals("script")) {
            try (OutputStream typed = process.getOutputStream()) {
                typed.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                // it needed no input
            }
        }
        return new Running(process, out, err);
    }

    /** A process under way. */
    record Running(Process process, Path out, Path err) implements AutoCloseable {

        String said() {
            return read(out);
        }

        /** On the terminal, and Enter. */
        void type(String text) throws IOException {
            process.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        /** As Ctrl-C does. */
        void interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start().waitFor();
        }

        void await(BooleanSupplier condition) throws InterruptedException {
            long start = System.nanoTime();
            while (true) {
                boolean last = !process.isAlive() || System.nanoTime() - start > LONGEST_RUN.toNanos();
                if (condition.getAsBoolean()) {
                    return;
                }
                if (last) {
                    throw new AssertionError("esign didn't get there: " + read(out) + read(err));
                }
                Thread.sleep(20);
            }
        }

        Result end() throws InterruptedException {
            try {
                if (!process.waitFor(LONGEST_RUN.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("esign did not end: " + read(out) + read(err));
                }
                return new Result(process.exitValue(), read(out), read(err));
            } finally {
                close();
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** Nothing of whoever runs the tests gets into them. */
    private static void clean(Map<String, String> environment) {
        environment.keySet()
                .removeIf(name -> name.startsWith("QUARKUS_") || List.of("ESIGN_PROFILE", "NO_COLOR").contains(name));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jar() {
        return Path.of("target", "esign.jar").toAbsolutePath().toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
