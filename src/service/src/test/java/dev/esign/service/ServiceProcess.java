package dev.esign.service;

import static dev.esign.service.Awaiting.PATIENCE;
import static dev.esign.service.Awaiting.await;
import static java.util.Map.entry;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.esign.sandbox.EsignSandbox;

/**
 * The packaged service as its users run it, a process of its own in production mode: the executable of a native build, else
 * the jar.
 */
final class ServiceProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://\\S+:(\\d+)");

    private static final Pattern MANAGEMENT = Pattern.compile("Management interface listening on http://\\S+:(\\d+)");

    private static final String EXECUTABLE = System.getProperty("native.image.path");

    /**
     * Settings unless a test has others: no delay that a test would only sit out, and no limit that a busy machine could reach.
     */
    private static final Map<String, String> QUICK_AND_PATIENT = Map.ofEntries(entry("QUARKUS_MANAGEMENT_PORT", "0"),
            entry("QUARKUS_SHUTDOWN_DELAY", "0S"), entry("QUARKUS_SHUTDOWN_TIMEOUT", "10M"),
            entry("QUARKUS_ESIGN_TIMEOUT", "10M"), entry("QUARKUS_ESIGN_START_DELAY", "100MS"),
            entry("QUARKUS_ESIGN_START_RETRY_DELAY", "100MS"), entry("QUARKUS_ESIGN_START_MAX_RETRIES", "-1"),
            entry("QUARKUS_ESIGN_START_MAX_DURATION", "10M"), entry("ESIGN_SERVICE_LIMITS_UPLOAD_IDLE", "10M"),
            entry("ESIGN_SERVICE_SESSIONS_KEY_WAIT", "10M"), entry("ESIGN_SERVICE_SESSIONS_SHUTDOWN_WAIT", "10M"));

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<URI> url = new CompletableFuture<>();
    private final CompletableFuture<URI> management = new CompletableFuture<>();
    private final CompletableFuture<Void> read;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServiceProcess(Process process) {
        this.process = process;
        this.read = CompletableFuture.runAsync(this::read);
    }

    /** The folder with all jars of the packaged service; of an executable, those that it was built from. */
    static Path jars() {
        return EXECUTABLE == null ? Path.of("target/quarkus-app") : Path.of(EXECUTABLE + "-native-image-source-jar");
    }

    /** Starts it on a free port with these environment variables, and otherwise {@link #QUICK_AND_PATIENT}. */
    static ServiceProcess start(Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(EXECUTABLE == null ? Path.of(System.getProperty("java.home"), "bin", "java").toString() : EXECUTABLE);
        if (EXECUTABLE == null) {
            // It ends before the code of the second compiler would pay.
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        }
        command.add("-Dquarkus.http.port=0");
        command.addAll(List.of(options));
        if (EXECUTABLE == null) {
            command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(QUICK_AND_PATIENT);
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start());
    }

    /** Starts it with this eSign, and these settings as environment variables. */
    static ServiceProcess start(EsignSandbox esign, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("QUARKUS_ESIGN_URL", esign.url().toString(),
                "QUARKUS_ESIGN_API_KEY", "key", "QUARKUS_ESIGN_SALT", "salt", "QUARKUS_ESIGN_USERNAME", "owner@example.com",
                "QUARKUS_ESIGN_RETURN_URL", "https://www.example.com/"));
        environment.putAll(settings);
        return start(environment);
    }

    /** Sends a request with a JSON body; none when it is null. */
    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(request(path), method, body);
    }

    /** Begins a request, so that it can be given headers. */
    HttpRequest.Builder request(String path) throws Exception {
        return HttpRequest.newBuilder(url().resolve(path));
    }

    /** Sends a request that was begun, with a JSON body; none when it is null. */
    HttpResponse<String> send(HttpRequest.Builder request, String method, String body) throws Exception {
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Where it listens; waits until it does. */
    URI url() throws Exception {
        return url.get(PATIENCE.toSeconds(), SECONDS);
    }

    /** Stops it until it is resumed: it takes no more of what is sent than its connections hold. */
    void pause() throws Exception {
        signal("STOP");
    }

    void resume() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).inheritIO().start().waitFor())
                .isZero();
    }

    /** Ends it by SIGKILL: it has no chance to put anything in order. */
    void kill() throws Exception {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), SECONDS)).as("ended").isTrue();
    }

    /** Asks it to end, by SIGTERM. */
    void terminate() {
        // Process.destroy would close its output before it is read.
        process.toHandle().destroy();
    }

    /** Waits until its output has this in it. */
    void awaitOutput(String text) {
        await("output with " + text, () -> output.indexOf(text) >= 0);
    }

    /** Opens a connection, for what an HTTP client wouldn't send. */
    Socket connect() throws Exception {
        Socket socket = new Socket("localhost", url().getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** Where its meters are. */
    URI management() throws Exception {
        return management.get(PATIENCE.toSeconds(), SECONDS);
    }

    /** Ends it by SIGTERM, unless it ended itself, and returns all that it wrote. */
    String stop() throws Exception {
        terminate();
        return awaitEnd();
    }

    /** Waits until it ends of itself and returns all that it wrote. */
    String awaitEnd() throws Exception {
        assertThat(process.waitFor(PATIENCE.toSeconds(), SECONDS)).as("ended").isTrue();
        read.get(PATIENCE.toSeconds(), SECONDS);
        return output.toString();
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    url.complete(URI.create("http://localhost:" + listening.group(1)));
                }
                Matcher managing = MANAGEMENT.matcher(line);
                if (managing.find()) {
                    management.complete(URI.create("http://localhost:" + managing.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            url.completeExceptionally(new IllegalStateException("The service ended:\n" + output));
        }
    }
}
