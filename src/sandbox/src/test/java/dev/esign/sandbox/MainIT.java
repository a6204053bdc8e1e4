package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Runs the jar that users run. */
class MainIT {

    private static final int BY_SIGTERM = 143;

    @Test
    void servesUntilItIsToldToStop() throws Exception {
        Process process = run("--port", "0", "--tag-processing", "0s");
        try {
            Client client = new Client(URI.create(ChildJvm.announcedUrl(process)));
            JsonNode created = client.create(SandboxTest.body("'Title':'x'", SandboxTest.DOCUMENT, SandboxTest.SIGNER));
            assertThat(client.start(created).path("ReturnValue").asText()).isEqualTo("True");
            process.destroy();
            assertThat(process.waitFor()).isEqualTo(BY_SIGTERM);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void badUsageEndsWith2() throws Exception {
        Process process = run("--prot", "0");

        assertThat(text(process)).isEqualTo("--prot is not an option of the sandbox: --help lists them.\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aPortInUseEndsWith1() throws Exception {
        try (EsignSandbox other = EsignSandbox.start()) {
            Process process = run("--port", String.valueOf(other.port()));

            assertThat(text(process)).contains("Port " + other.port(), "--port 0").doesNotContain("\tat ");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void helpEndsWith0() throws Exception {
        Process process = run("--help");

        assertThat(text(process)).startsWith("Usage:");
        assertThat(process.waitFor()).isZero();
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(ChildJvm.shortLived("-jar", "target/esign-sandbox.jar"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
