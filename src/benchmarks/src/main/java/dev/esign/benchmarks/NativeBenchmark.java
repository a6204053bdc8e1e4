package dev.esign.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.esign.sandbox.EsignSandbox;

/**
 * The service and the command line as executables, and as jars on the JVM that runs this, in turns: times to the first answer,
 * memory, sizes, and what comes out when one is divided by the other. Run it from the project's root on Linux, where
 * {@code /proc} tells the memory of a process; both builds lie beside each other in {@code target}.
 */
public final class NativeBenchmark {

    private static final int STARTS = 9;
    private static final int CREATES = 2_000;
    private static final int CREATES_WHEN_WARM = 10_000;
    private static final int CLIENTS = 8;
    private static final int LARGE = 100_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EsignSandbox sandbox;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private NativeBenchmark(EsignSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** What one of the two ways costs; times in milliseconds, memory in kB, sizes in bytes. */
    private record Figures(double firstAnswer, double help, long afterStart, long afterCreates, Load first, Load warm,
            long growth, long largeInCli, long serviceSize, long cliSize) {
    }

    /** How many creates were answered in a second, and the milliseconds of a processor that one took the service. */
    private record Load(double perSecond, double processorMillis) {
    }

    /**
     * Prints one line for each figure: of the executable, of the jar, and the ratio.
     *
     * @param args further options of the executables and the JVM alike, such as {@code -Xmx256m}
     * @throws Exception when something isn't built, or a call isn't answered as it should be
     */
    public static void main(String[] args) throws Exception {
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> options = List.of(args);
        Path service = Path.of("src/service/target");
        Path cli = Path.of("src/cli/target");
        System.out.printf(Locale.ROOT, "load %.1f on %d processors, Java %s, options %s%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(), Runtime.version(), options);
        try (EsignSandbox sandbox = EsignSandbox.start()) {
            NativeBenchmark benchmark = new NativeBenchmark(sandbox);
            Figures executable = benchmark.measure(command(List.of(), service.resolve("esign-service"), options, List.of()),
                    command(List.of(), cli.resolve("esign"), options, List.of()), service.resolve("esign-service"),
                    cli.resolve("esign"));
            Figures jar = benchmark.measure(
                    command(java, service.resolve("quarkus-app/quarkus-run.jar"), options, List.of("-jar")),
                    command(java, cli.resolve("esign.jar"), options, List.of("-jar")), service.resolve("quarkus-app"),
                    cli.resolve("esign.jar"));
            print(executable, jar);
        }
    }

    private static List<String> command(List<String> java, Path file, List<String> options, List<String> before) {
        return Stream.of(java, java.isEmpty() ? List.of(file.toAbsolutePath().toString()) : options, before,
                java.isEmpty() ? options : List.of(file.toAbsolutePath().toString())).flatMap(List::stream).toList();
    }

    private Figures measure(List<String> service, List<String> cli, Path serviceFiles, Path cliFiles) throws Exception {
        double[] starts = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (Service started = new Service(service)) {
                starts[i] = started.firstAnswer;
            }
        }
        double[] helps = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            helps[i] = help(cli);
        }
        try (Service running = new Service(service)) {
            long afterStart = running.memory("VmRSS");
            Load first = create(CREATES, running);
            long afterCreates = running.memory("VmRSS");
            long growth = growth(running);
            create(CREATES_WHEN_WARM, running);
            Load warm = create(CREATES_WHEN_WARM, running);
            return new Figures(quickest(starts), quickest(helps), afterStart, afterCreates, first, warm, growth,
                    peakOf(cli, LARGE) - peakOf(cli, 20_000), size(serviceFiles), size(cliFiles));
        }
    }

    private static void print(Figures executable, Figures jar) {
        System.out.printf(Locale.ROOT, "%-46s %12s %12s %8s%n", "", "executable", "JVM", "ratio");
        line("service: first answer, ms", executable.firstAnswer, jar.firstAnswer);
        line("service: resident after start, MB", executable.afterStart / 1e3, jar.afterStart / 1e3);
        line("service: resident after 2,000 creates, MB", executable.afterCreates / 1e3, jar.afterCreates / 1e3);
        if (executable.growth >= 0 && jar.growth >= 0) {
            line("service: growth with a 100 MB document, MB", executable.growth / 1e3, jar.growth / 1e3);
        } else {
            System.out.println("service: growth with a 100 MB document: not measured, it takes no files");
        }
        line("service: first 2,000 creates, per second", executable.first.perSecond, jar.first.perSecond);
        line("service: creates when warm, per second", executable.warm.perSecond, jar.warm.perSecond);
        line("service: processor for a create when warm, ms", executable.warm.processorMillis, jar.warm.processorMillis);
        line("esign: growth with a 100 MB document, MB", executable.largeInCli / 1e3, jar.largeInCli / 1e3);
        line("esign --help, ms", executable.help, jar.help);
        line("service: size, MB", executable.serviceSize / 1e6, jar.serviceSize / 1e6);
        line("esign: size, MB", executable.cliSize / 1e6, jar.cliSize / 1e6);
    }

    private static void line(String what, double executable, double jar) {
        System.out.printf(Locale.ROOT, "%-46s %12.1f %12.1f %8.2f%n", what, executable, jar, executable / jar);
    }

    private Load create(int count, Service service) throws Exception {
        long begin = System.nanoTime();
        double processorMillis = service.processorMillis();
        createMany(count, service.url());
        double seconds = millis(begin) / 1e3;
        Load load = new Load(count / seconds, (service.processorMillis() - processorMillis) / count);
        sandbox.reset();
        return load;
    }

    private void createMany(int count, URI service) throws Exception {
        String session = """
                {"title": "Agreement", "documents": [{"fileName": "agreement.pdf", "content": "%s"}],
                 "signers": [{"role": "Seller 1", "lastName": "Lovelace", "email": "ada@example.com"}]}
                """.formatted("JVBERi0x".repeat(3_000));
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/sessions")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(session)).build();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                calls.add(() -> http.send(request, BodyHandlers.ofString()));
            }
            for (Future<HttpResponse<String>> call : clients.invokeAll(calls)) {
                if (call.get().statusCode() != 201) {
                    throw new IllegalStateException(
                            "a create was answered " + call.get().statusCode() + ": " + call.get().body());
                }
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** By how many kB a document grows the service at most, or -1 where it takes no files. */
    private long growth(Service running) throws Exception {
        long before = running.memory("VmRSS");
        running.forgetPeak();
        Path file = large(LARGE);
        try {
            BodyPublisher form = BodyPublishers.concat(BodyPublishers.ofString("""
                    --x\r
                    Content-Disposition: form-data; name="session"\r
                    Content-Type: application/json\r
                    \r
                    {"title": "Large", "signers": [{"role": "Seller 1", "lastName": "L", "email": "ada@example.com"}]}\r
                    --x\r
                    Content-Disposition: form-data; name="document"; filename="large.pdf"\r
                    Content-Type: application/pdf\r
                    \r
                    """), BodyPublishers.ofFile(file), BodyPublishers.ofString("\r\n--x--\r\n"));
            int status = http.send(HttpRequest.newBuilder(running.url().resolve("/sessions"))
                    .header("Content-Type", "multipart/form-data; boundary=x").POST(form).build(), BodyHandlers.discarding())
                    .statusCode();
            return status == 201 ? running.memory("VmHWM") - before : -1;
        } finally {
            Files.delete(file);
            sandbox.reset();
        }
    }

    /** What {@code esign send} needed at most, in kB. */
    private long peakOf(List<String> cli, int bytes) throws Exception {
        Path file = large(bytes);
        try {
            Process process = start(Stream.concat(cli.stream(), Stream.of("send", file.toString(), "--no-anchor-tags",
                    "--signer", "Seller 1=Ada Lovelace <ada@example.com>", "--return-url", "https://www.example.com/"))
                    .toList());
            long peak = 0;
            while (!process.waitFor(2, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, memory(process.pid(), "VmHWM"));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("esign send ended with " + process.exitValue());
            }
            return peak;
        } finally {
            Files.delete(file);
            sandbox.reset();
        }
    }

    private static Path large(int bytes) throws IOException {
        Path file = Files.createTempFile("esign-benchmark", ".pdf");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(bytes);
        }
        return file;
    }

    private double help(List<String> cli) throws Exception {
        long start = System.nanoTime();
        Process process = start(Stream.concat(cli.stream(), Stream.of("--help")).toList());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("esign --help ended with " + process.exitValue());
        }
        return millis(start);
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(Map.of("ESIGN_SERVICE_CALLERS", "proxy", "ESIGN_SERVICE_LIMITS_REQUESTS_PER_MINUTE", "0",
                "QUARKUS_MANAGEMENT_PORT", "0", "QUARKUS_SHUTDOWN_DELAY", "0S", "QUARKUS_ESIGN_URL", sandbox.url().toString(),
                "QUARKUS_ESIGN_API_KEY", "key",
                "QUARKUS_ESIGN_SALT", "salt", "QUARKUS_ESIGN_USERNAME", "owner@example.com", "QUARKUS_ESIGN_RETURN_URL",
                "https://www.example.com/"));
        return builder.start();
    }

    private static long memory(long process, String name) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.readString(status).lines()) {
            return lines.filter(line -> line.startsWith(name + ":")).map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong).findFirst().orElse(0);
        }
    }

    private static long size(Path file) throws IOException {
        try (Stream<Path> files = Files.walk(file)) {
            return files.filter(Files::isRegularFile).mapToLong(one -> one.toFile().length()).sum();
        }
    }

    /** Whatever else the machine does only adds to a time. */
    private static double quickest(double[] times) {
        return Arrays.stream(times).min().orElseThrow();
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** The running service. */
    private final class Service implements AutoCloseable {

        private final Process process;
        private final int port;
        private final double firstAnswer;

        Service(List<String> command) throws Exception {
            port = freePort();
            List<String> withPort = new ArrayList<>(command);
            // Behind the executable, or between java and -jar.
            withPort.add(1, "-Dquarkus.http.port=" + port);
            long start = System.nanoTime();
            process = start(withPort);
            firstAnswer = awaitAnswer(start);
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + port);
        }

        long memory(String name) throws IOException {
            return NativeBenchmark.memory(process.pid(), name);
        }

        /** What its threads had of the processors so far. */
        double processorMillis() {
            return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        }

        /** Lets the peak of its memory begin anew. */
        void forgetPeak() throws IOException {
            Files.writeString(Path.of("/proc", String.valueOf(process.pid()), "clear_refs"), "5");
        }

        /** Asks again and again until it is answered, with as little in between as can be. */
        private double awaitAnswer(long start) throws Exception {
            byte[] request = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            while (millis(start) < LONGEST.toMillis() && process.isAlive()) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.getOutputStream().write(request);
                    String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                    if (answer.equals("HTTP/1.1 200")) {
                        return millis(start);
                    }
                } catch (IOException notYet) {
                    TimeUnit.MICROSECONDS.sleep(500);
                }
            }
            throw new IllegalStateException("the service doesn't answer");
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
