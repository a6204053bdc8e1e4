package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignTimeoutException;
import dev.esign.ReactiveSignedDocuments;
import dev.esign.SignedDocuments;
import dev.esign.UnavailableException;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.subscription.Cancellable;

/** An answer that is still arriving: slow readers, answers that break off or stop, calls that are given up. */
class StreamedDocumentsTest {

    private static final DocumentServer SERVER = DocumentServer.shared();
    private static final long LARGE = 60_000_000;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(DocumentServer.class, RecordingServer.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.timeout", "1S")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.operations.session-files.method", "GET")
            .overrideConfigKey("quarkus.esign.operations.session-files.uri", "rest/v1/sessions/{sessionId}/files");

    @Inject
    SignedDocuments documents;

    @Inject
    ReactiveSignedDocuments reactive;

    private Path directory;

    @BeforeEach
    void create() throws IOException {
        directory = Files.createTempDirectory("esign-test");
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(files()).isEmpty();
        Files.delete(directory);
    }

    @Test
    void aSlowConsumerSlowsTheNetworkAndIsNoTimeOut() {
        long before = SERVER.sent();
        List<Long> sizes = new ArrayList<>();

        documents.forEach(SessionId.of("numbers-" + LARGE), (fileName, content) -> {
            if (sizes.isEmpty()) {
                assertThat(sentUntilItStops() - before).isLessThan(LARGE / 2);
            }
            sizes.add(content.skip(Long.MAX_VALUE));
        });

        assertThat(sizes).hasSize(2).last().isEqualTo(LARGE);
        assertThat(SERVER.sent() - before).isGreaterThan(LARGE * 3);
    }

    @Test
    void anAnswerThatBreaksOff() {
        assertThatThrownBy(() -> documents.saveTo(SessionId.of("dropped-0"), directory))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("lost");
    }

    @Test
    void anAnswerThatStops() {
        assertThatThrownBy(() -> documents.saveTo(SessionId.of("stopped-0"), directory))
                .isInstanceOf(EsignTimeoutException.class);
    }

    @Test
    void aConsumerThatFailsEndsTheCallBeforeTheRestHasCome() {
        long before = SERVER.sent();

        assertThatThrownBy(() -> documents.forEach(SessionId.of("base64-" + LARGE), (fileName, content) -> {
            throw new IllegalStateException("enough");
        })).isInstanceOf(IllegalStateException.class).hasMessage("enough");

        assertThat(sentUntilItStops() - before).isLessThan(LARGE / 2);
    }

    @Test
    void aCallThatIsCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        long before = SERVER.sent();

        Cancellable call = reactive.forEach(SessionId.of("base64-" + LARGE), (fileName, content) -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
            }
        }).subscribe().with(ignored -> {
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        call.cancel();
        goOn.countDown();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sentUntilItStops() - before).isLessThan(LARGE / 2);
    }

    @Test
    void aCallerThatIsInterrupted() throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                documents.saveTo(SessionId.of("stopped-0"), directory);
            } catch (RuntimeException expected) {
                failure.set(expected);
            }
        });
        caller.start();
        caller.interrupt();
        caller.join(10_000);

        assertThat(failure.get()).isInstanceOfAny(CancellationException.class, UnavailableException.class);
    }

    /** The network takes no more once all buffers between the server and the reader are full. */
    private static long sentUntilItStops() {
        AtomicLong sent = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(600)).until(() -> sent.getAndSet(SERVER.sent()) == sent.get());
        return sent.get();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
