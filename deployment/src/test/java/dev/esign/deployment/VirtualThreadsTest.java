package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** The blocking service on virtual threads, where there are any: they wait without pinning the thread that carries them. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {

    private static final int THREADS = 200;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.devservices.tag-processing", "0.3S")
            .overrideConfigKey("quarkus.esign.start.delay", "0.2S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "100MS");

    @Inject
    SigningSessions sessions;

    @Test
    void sendDoesNotPinVirtualThreads(@TempDir Path directory) throws Exception {
        // What is done only once, such as loading classes, may pin.
        sendFromVirtualThreads();
        Path file = directory.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(20));
            recording.start();
            sendFromVirtualThreads();
            recording.stop();
            recording.dump(file);
        }
        assertThat(RecordingFile.readAllEvents(file)).isEmpty();
    }

    private void sendFromVirtualThreads() throws Exception {
        ExecutorService threads = virtualThreads();
        List<Future<SessionId>> sent = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            sent.add(threads.submit(() -> sessions.send(session())));
        }
        for (Future<SessionId> session : sent) {
            assertThat(sessions.get(session.get()).status()).contains(SessionStatus.IN_SENT);
        }
        threads.shutdown();
    }

    /** By reflection, since the project is compiled for a Java that has none. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private static NewSession session() {
        return NewSession.titled("T").documents(Document.file(Path.of("../docs/samples/purchase-agreement.docx")).anchorTags())
                .signers(Signer.as(SignerRole.seller(1)).name("A", "B").email("a@example.com")).build();
    }
}
