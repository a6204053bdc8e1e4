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
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.sandbox.EsignSandbox;

/** The largest session that eSign takes, through a service that has less memory than the document has bytes. */
class LargeUploadIT {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void serviceForwardsDocumentLargerThanItsHeapAndRejectsOneBeyondTheLimit() throws Exception {
        Path document = file(100);
        try (EsignSandbox esign = EsignSandbox.start();
                ServiceProcess service = ServiceProcess.start(ServiceEnvironment.of(esign, directory.resolve("spool")),
                        "-Xmx96m")) {
            HttpResponse<String> created = post(service, document);

            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            String id = new ObjectMapper().readTree(created.body()).get("id").asText();
            try (InputStream held = esign.sessions().get(id).documents().get(0).content();
                    InputStream sent = Files.newInputStream(document)) {
                assertThat(digest(held)).isEqualTo(digest(sent));
            }
            assertThat(esign.journal().requests("CreateSession")).singleElement()
                    .satisfies(request -> assertThat(request.form().transfer()).isEqualTo("length"));

            HttpResponse<String> rejected = post(service, file(103));

            assertThat(rejected.statusCode()).isEqualTo(413);
            assertThat(rejected.body()).contains("urn:esign:problem:request-too-large");
            assertThat(service.stop()).doesNotContain("OutOfMemoryError");
        }
    }

    private static HttpResponse<String> post(ServiceProcess service, Path document) throws Exception {
        return HttpClient.newHttpClient().send(
                FormRequest.post(service.url().resolve("/sessions"), "{\"title\": \"Large\"}", document).build(),
                BodyHandlers.ofString());
    }

    private static byte[] digest(InputStream content) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (DigestInputStream in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
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
