package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SavedDocument;
import dev.esign.SignedDocuments;
import dev.esign.model.SessionId;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.test.QuarkusProdModeTest;

/** Documents of 100 MB in a JVM of 64 MB: memory doesn't grow with what is received. */
class LargeDocumentsTest {

    private static final long SIZE = 100_000_000;
    private static final DocumentServer SERVER = DocumentServer.shared();

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = ProductionMode.application()
            .withApplicationRoot(jar -> jar.addClasses(Save.class, DocumentServer.class))
            .setRun(true)
            .setExpectExit(true)
            .setJVMArgs(List.of("-Xmx64m"))
            .setCommandLineParameters("numbers-" + SIZE, "base64-" + SIZE)
            .setRuntimeProperties(Map.of("quarkus.esign.url", SERVER.url(),
                    "quarkus.esign.encrypted-api-key", "cipher", "quarkus.esign.salt", "salt",
                    "quarkus.esign.username", "owner@example.com", "quarkus.http.port", "0",
                    "quarkus.esign.operations.session-files.method", "GET",
                    "quarkus.esign.operations.session-files.uri", "rest/v1/sessions/{sessionId}/files"));

    @Test
    void largeDocumentsAreSavedWholeOnASmallHeap() {
        assertThat(APPLICATION.getStartupConsoleOutput()).contains("heap of 64 MB", "saved numbers-" + SIZE,
                "saved base64-" + SIZE);
        assertThat(APPLICATION.getExitCode()).isZero();
    }

    @QuarkusMain
    static class Save implements QuarkusApplication {

        @Inject
        SignedDocuments documents;

        @Override
        public int run(String... sessions) throws IOException {
            System.out.println("heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
            for (String session : sessions) {
                Path directory = Files.createTempDirectory("esign-test");
                for (SavedDocument document : documents.saveTo(SessionId.of(session), directory)) {
                    if (document.fileName().equals("second.pdf") && isWhole(document)) {
                        System.out.println("saved " + session);
                    }
                    Files.delete(document.path());
                }
                Files.delete(directory);
            }
            return 0;
        }

        private static boolean isWhole(SavedDocument document) {
            byte[] buffer = new byte[1 << 16];
            long index = 0;
            try (InputStream in = Files.newInputStream(document.path())) {
                for (int count; (count = in.read(buffer)) > 0;) {
                    for (int i = 0; i < count; i++) {
                        if (buffer[i] != DocumentServer.byteAt(index++)) {
                            return false;
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return index == SIZE && document.size() == SIZE;
        }
    }
}
