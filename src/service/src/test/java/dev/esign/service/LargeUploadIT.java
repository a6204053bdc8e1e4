package dev.esign.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.sandbox.EsignSandbox;

/** The largest session that eSign takes, through a service that has less memory than the document has bytes. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class LargeUploadIT {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void memoryDoesntGrowWithTheDocument() throws Exception {
        Path document = file(100);
        try (EsignSandbox esign = EsignSandbox.start();
                ServiceProcess service = ServiceProcess.start(ServiceEnvironment.of(esign, directory.resolve("spool")),
                        "-Xmx96m")) {
            HttpClient client = HttpClient.newHttpClient();
            service.url();
            System.out.println("Before: " + memory(service));
            for (int round = 0; round < 2; round++) {
                HttpResponse<String> created = client.send(
                        FormRequest.post(service.url().resolve("/sessions"), "{\"title\": \"Large\"}", document).build(),
                        BodyHandlers.ofString());

                System.out.println("After upload " + (round + 1) + ": " + memory(service));
                assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
                String id = new ObjectMapper().readTree(created.body()).get("id").asText();
                try (InputStream held = esign.sessions().get(id).documents().get(0).content();
                        InputStream sent = Files.newInputStream(document)) {
                    assertThat(held).hasSameContentAs(sent);
                }
                assertThat(esign.journal().requests("CreateSession")).last()
                        .satisfies(request -> assertThat(request.form().transfer()).isEqualTo("length"));
                esign.reset();
            }
            assertThat(service.stop()).doesNotContain("OutOfMemoryError");
        }
    }

    @Test
    void aDocumentThatIsTooLargeIsRefused() throws Exception {
        Path document = file(103);
        try (EsignSandbox esign = EsignSandbox.start();
                ServiceProcess service = ServiceProcess.start(ServiceEnvironment.of(esign, directory.resolve("spool")))) {
            HttpResponse<String> refused = HttpClient.newHttpClient().send(
                    FormRequest.post(service.url().resolve("/sessions"), "{\"title\": \"Large\"}", document).build(),
                    BodyHandlers.ofString());

            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("urn:esign:problem:request-too-large");
        }
    }

    /** Resident memory now and at its peak, as Linux tells it. */
    private static String memory(ServiceProcess service) throws IOException {
        Path status = Path.of("/proc/" + service.pid() + "/status");
        return !Files.exists(status) ? "unknown"
                : String.join(", ", Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\s+", " ")).toList());
    }

    private Path file(int megabytes) throws IOException {
        Path file = directory.resolve("large.docx");
        byte[] random = new byte[MEGABYTE];
        new Random(1).nextBytes(random);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < megabytes; i++) {
                out.write(random);
            }
        }
        return file;
    }
}
