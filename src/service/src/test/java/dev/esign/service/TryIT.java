package dev.esign.service;

import static dev.esign.service.Awaiting.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that runs the packaged service with a sandbox beside it. */
class TryIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void scriptStartsServiceWithSandboxAndStopsBoth() throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("./try").redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(Map.of("SANDBOX_PORT", Integer.toString(freePort()), "QUARKUS_HTTP_PORT",
                Integer.toString(port), "QUARKUS_MANAGEMENT_PORT", "0"));
        Process process = builder.start();
        try {
            URI service = URI.create("http://127.0.0.1:" + port);
            awaitReady(process, service);
            HttpResponse<String> created = client.send(HttpRequest.newBuilder(service.resolve("/sessions"))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"title\": \"Tried\"}")).build(),
                    BodyHandlers.ofString());
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);

            List<ProcessHandle> children = process.descendants().toList();
            assertThat(children).hasSizeGreaterThanOrEqualTo(2);
            process.destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void awaitReady(Process process, URI service) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(service.resolve("/q/health/ready")).build();
        while (process.isAlive()) {
            try {
                if (client.send(probe, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("It ended before it was ready.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
