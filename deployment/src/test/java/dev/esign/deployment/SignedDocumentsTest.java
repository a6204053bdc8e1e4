package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.NEVER_ANSWER;
import static dev.esign.deployment.RecordingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.AuthenticationException;
import dev.esign.EsignAccount;
import dev.esign.EsignException;
import dev.esign.EsignTimeoutException;
import dev.esign.FailedCall;
import dev.esign.InviteUrl;
import dev.esign.NotFoundException;
import dev.esign.Operation;
import dev.esign.ProtocolException;
import dev.esign.ReactiveSignedDocuments;
import dev.esign.SavedDocument;
import dev.esign.SignedDocuments;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.SessionId;
import dev.esign.spi.TokenSource;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Documents come back whole or not at all, however they arrive, and invite URLs stay hidden. */
class SignedDocumentsTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final DocumentServer DOCUMENTS = DocumentServer.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new NestedTests()
            .withApplicationRoot(jar -> jar.addClasses(NestedTests.class, Eventually.class, RecordingServer.class,
                    Request.class, DocumentServer.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "SECRET-cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner+x@example.com")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.operations.session-files.method", "GET")
            .overrideConfigKey("quarkus.esign.operations.session-files.uri",
                    "rest/v1/sessions/{sessionId}/files?user={userName}")
            .overrideConfigKey("quarkus.esign.operations.archived-session-files.method", "post")
            .overrideConfigKey("quarkus.esign.operations.archived-session-files.uri", "/rest/v1/archive/{sessionId}")
            .overrideConfigKey("quarkus.esign.operations.invite-urls.method", "PUT")
            .overrideConfigKey("quarkus.esign.operations.invite-urls.uri", "rest/v1/invites/{sessionId}")
            .overrideConfigKey("quarkus.esign.streamed.url", DOCUMENTS.url())
            .overrideConfigKey("quarkus.esign.streamed.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.streamed.salt", "salt")
            .overrideConfigKey("quarkus.esign.streamed.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.hurried.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.hurried.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.hurried.timeout", "0.5S")
            .overrideConfigKey("quarkus.esign.\"hurried-stream\".url", DOCUMENTS.url())
            .overrideConfigKey("quarkus.esign.\"hurried-stream\".username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.\"hurried-stream\".timeout", TIMEOUT.toSeconds() + "S");

    /** Of accounts whose requests end in time-outs: a token from elsewhere can't be too late. */
    @EsignAccount("hurried")
    @Singleton
    static class Tokens implements TokenSource {

        @Override
        public Uni<String> token() {
            return Uni.createFrom().item("token");
        }
    }

    @EsignAccount("hurried-stream")
    @Singleton
    static class StreamTokens extends Tokens {
    }

    @Inject
    SignedDocuments documents;

    @Inject
    ReactiveSignedDocuments reactive;

    @Inject
    @EsignAccount("streamed")
    SignedDocuments streamed;

    @Inject
    @EsignAccount("streamed")
    ReactiveSignedDocuments reactiveStreamed;

    @Inject
    @EsignAccount("hurried")
    SignedDocuments hurried;

    @Inject
    @EsignAccount("hurried-stream")
    SignedDocuments hurriedStream;

    @Inject
    Vertx vertx;

    /** Documents come back whole or not at all, and invite URLs stay hidden. */
    @Nested
    class Documents {

        private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);
        private static final String FILES = RecordingServer.UNPUBLISHED;
        private static final String ONE = "{\"Message\":\"Success\",\"Files\":[{\"FileName\":\"a.pdf\",\"FileBytes\":[1,2,3]}]}";
        private static final String HTML = "<html><body>Service SECRET-page</body></html>";

        private Path directory;

        @BeforeEach
        void reset() throws IOException {
            SERVER.reset();
            directory = Files.createTempDirectory("esign-test");
        }

        @AfterEach
        void clean() throws IOException {
            for (String file : files()) {
                Files.delete(directory.resolve(file));
            }
            Files.delete(directory);
        }

        @Test
        void documentsAreSavedUnderSafeAndFreeNames() throws IOException {
            Files.writeString(directory.resolve("a.pdf"), "mine");
            SERVER.answer(FILES,
                    "{\"Files\":[{\"FileName\":\"a.pdf\",\"FileBytes\":[1]},"
                            + "{\"FileBytes\":\"Ag==\",\"FileName\":\"a.pdf\"},"
                            + "{\"FileName\":\"../../evil.pdf\",\"FileBytes\":[3]},"
                            + "{\"FileName\":\"..\",\"FileBytes\":[4]},{\"FileBytes\":[5]}]}");

            List<SavedDocument> saved = documents.saveTo(ID, directory);

            assertThat(saved).extracting(document -> document.path().getFileName().toString())
                    .containsExactly("a (2).pdf", "a (3).pdf", "_.._evil.pdf", "document", "document (2)");
            assertThat(saved).extracting(SavedDocument::fileName)
                    .containsExactly("a.pdf", "a.pdf", "../../evil.pdf", "..", "document");
            for (int i = 0; i < saved.size(); i++) {
                assertThat(Files.readAllBytes(saved.get(i).path())).containsExactly(i + 1);
                assertThat(saved.get(i).size()).isEqualTo(1);
                assertThat(saved.get(i).toString()).doesNotContain("pdf");
            }
            assertThat(files()).hasSize(6);
            assertThat(directory.resolve("a.pdf")).hasContent("mine");
        }

        @Test
        void requestsFollowTheOperationSettings() {
            SERVER.answer(FILES, ONE).answer(FILES, ONE).answer(FILES, "{\"Urls\":[]}");

            documents.saveTo(SessionId.of("a/b c"), directory);
            documents.saveArchivedTo(ID, directory);
            documents.inviteUrls(ID);

            List<Request> requests = SERVER.requests(FILES);
            assertThat(requests).extracting(request -> request.method() + " " + request.target()).containsExactly(
                    "GET /rest/v1/sessions/a%2Fb%20c/files?user=owner%2Bx%40example.com",
                    "POST /rest/v1/archive/" + ID, "PUT /rest/v1/invites/" + ID);
            assertThat(requests).extracting(request -> request.headers().get("authorization")).doesNotHaveDuplicates()
                    .allSatisfy(token -> assertThat(token).matches("token-\\d+"));
            assertThat(requests).allSatisfy(
                    request -> assertThat(request.headers()).containsEntry("content-type", "application/json"));
            assertThat(requests).extracting(request -> request.headers().get("content-length")).containsExactly(null, "0", "0");
            assertThat(requests).extracting(Request::body).containsOnly("");
        }

        @Test
        void consumerGetsEachDocumentOnTheThreadOfTheCaller() {
            SERVER.answer(FILES, "[{\"FileBytes\":[1,2],\"Name\":\"a\"},{\"Data\":\"Aw==\"}]").answer(FILES, ONE);
            List<String> taken = new ArrayList<>();

            documents.forEach(ID, (fileName, content) -> taken
                    .add(fileName + content.readAllBytes().length + Thread.currentThread().getName()));
            documents.forEachArchived(ID, (fileName, content) -> taken.add(fileName));

            String here = Thread.currentThread().getName();
            assertThat(taken).containsExactly("a2" + here, "document1" + here, "a.pdf");
        }

        @Test
        void rejectedTokenIsReplacedOnceAndNothingIsWrittenTwice() throws IOException {
            SERVER.answer(FILES, "null").answer(FILES, ONE);
            assertThat(documents.saveTo(ID, directory)).hasSize(1);
            assertThat(SERVER.requests(FILES)).hasSize(2).extracting(request -> request.headers().get("authorization"))
                    .doesNotHaveDuplicates();
            assertThat(files()).containsExactly("a.pdf");

            SERVER.reset();
            SERVER.answer(FILES, 401, "text/html", HTML).answer(FILES,
                    refused("Error: Bad Token Information. Please authenticate."));
            assertFails(() -> documents.saveTo(ID, directory), AuthenticationException.class);
            assertThat(SERVER.requests(FILES)).hasSize(2);

            SERVER.reset();
            SERVER.answer(FILES, "null").answer(FILES, "");
            assertFails(() -> documents.inviteUrls(ID), AuthenticationException.class);
        }

        @Test
        void saveFailsUnsentWithoutAToken() {
            SERVER.answer("gettoken", refused("no"));

            assertFails(() -> documents.saveTo(ID, directory), EsignException.class);
            assertThat(SERVER.requests(FILES)).isEmpty();
        }

        @Test
        void failedSaveHasItsKindAndLeavesNoFile() throws IOException {
            assertSavingFails(404, "text/html", HTML, NotFoundException.class);
            assertSavingFails(400, "application/json", refused("Error: no such SESSION"), ValidationException.class)
                    .hasMessageContaining("no such SESSION");
            assertSavingFails(503, "text/html", HTML, UnavailableException.class);
            assertSavingFails(302, "text/html", HTML, ProtocolException.class);
            assertSavingFails(200, "text/html", HTML, ProtocolException.class).hasMessageContaining("HTML");
            assertSavingFails(200, "application/json", refused("Error: not completed"), ValidationException.class)
                    .hasMessageContaining("not completed");
            assertSavingFails(200, "application/json", ONE.substring(0, ONE.length() - 5), ProtocolException.class);
            assertSavingFails(200, "application/json", ONE.replace("2", "256"), ProtocolException.class);
            assertSavingFails(200, "application/json", ONE.replace("[1,2,3]", "\"a.pdf\""), ProtocolException.class);
            assertSavingFails(200, "application/json", ONE.replace("Success", "Error"), ProtocolException.class);
            assertSavingFails(200, "application/json", DROP, UnavailableException.class);
        }

        @Test
        void savingFailsWhenNoResponseComesInTime() throws IOException {
            SERVER.answer(FILES, NEVER_ANSWER);

            assertFails(() -> hurried.saveTo(ID, directory), EsignTimeoutException.class);
            assertThat(files()).isEmpty();
        }

        @Test
        void saveRejectsAMissingDirectory() {
            assertThatThrownBy(() -> documents.saveTo(ID, directory.resolve("nowhere")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("directory");
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void exceptionOfAConsumerIsPassedOn() {
            RuntimeException unchecked = new AuthenticationException(FailedCall.of(Operation.GET_SESSION_FILES), "",
                    null);
            IOException checked = new IOException("full");
            SERVER.answer(FILES, ONE).answer(FILES, ONE);

            assertThatThrownBy(() -> documents.forEach(ID, (fileName, content) -> {
                throw unchecked;
            })).isSameAs(unchecked);
            assertThatThrownBy(() -> documents.forEach(ID, (fileName, content) -> {
                throw checked;
            })).isInstanceOf(UncheckedIOException.class).hasCause(checked);
            assertThat(SERVER.requests(FILES)).hasSize(2);
        }

        @Test
        void inviteUrlsAreMasked() {
            SERVER.answer(FILES,
                    "{\"Message\":\"Success\",\"InviteUrls\":["
                            + "{\"SignerId\":\"7\",\"Url\":\"https://sign.example.com/SECRET\"}]}");

            List<InviteUrl> urls = documents.inviteUrls(ID);

            assertThat(urls).singleElement().satisfies(url -> {
                assertThat(url.reveal()).isEqualTo(URI.create("https://sign.example.com/SECRET"));
                assertThat(url.signerId()).contains("7");
            });
            assertThat(urls.toString()).doesNotContain("SECRET");

            SERVER.answer(FILES, "{\"InviteUrls\":[\"SECRET\"]}");
            assertFails(() -> documents.inviteUrls(ID), ProtocolException.class);
        }

        @Test
        void reactiveVariantReadsOnAWorkerThread() throws Exception {
            SERVER.answer(FILES, ONE).answer(FILES, ONE).answer(FILES, ONE).answer(FILES, ONE).answer(FILES, "{\"Urls\":[]}");
            CompletableFuture<List<SavedDocument>> saved = new CompletableFuture<>();
            List<Boolean> onEventLoop = new ArrayList<>();

            vertx.getOrCreateContext().runOnContext(ignored -> reactive.saveTo(ID, directory)
                    .call(() -> reactive.saveArchivedTo(ID, directory))
                    .call(() -> reactive.forEach(ID, (name, content) -> onEventLoop.add(Context.isOnEventLoopThread())))
                    .call(() -> reactive.forEachArchived(ID, (name, content) -> content.readAllBytes()))
                    .call(() -> reactive.inviteUrls(ID))
                    .subscribe().with(saved::complete, saved::completeExceptionally));

            assertThat(saved.get(2, TimeUnit.MINUTES)).hasSize(1);
            assertThat(onEventLoop).containsExactly(false);
            assertThat(files()).containsExactly("a (2).pdf", "a.pdf");
        }

        @Test
        void blockingVariantRejectsAnEventLoop() {
            CompletableFuture<Object> done = new CompletableFuture<>();
            vertx.getOrCreateContext().runOnContext(ignored -> {
                try {
                    done.complete(documents.saveTo(ID, directory));
                } catch (RuntimeException refused) {
                    done.completeExceptionally(refused);
                }
            });
            assertThatThrownBy(() -> done.get(2, TimeUnit.MINUTES)).isInstanceOf(ExecutionException.class).cause()
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("event loop");
        }

        private AbstractThrowableAssert<?, ? extends Throwable> assertSavingFails(int status, String contentType, String body,
                Class<? extends EsignException> kind) throws IOException {
            SERVER.reset();
            SERVER.answer(FILES, status, contentType, body);
            AbstractThrowableAssert<?, ? extends Throwable> failure = assertFails(() -> documents.saveTo(ID, directory), kind);
            assertThat(SERVER.requests(FILES)).hasSize(1);
            assertThat(files()).isEmpty();
            return failure;
        }

        private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(ThrowingCallable call,
                Class<? extends EsignException> kind) {
            return assertThatThrownBy(call).isInstanceOf(kind).satisfies(failure -> {
                StringWriter everything = new StringWriter();
                failure.printStackTrace(new PrintWriter(everything));
                assertThat(everything.toString()).doesNotContain("SECRET-", "a.pdf");
            });
        }

        private List<String> files() throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.map(file -> file.getFileName().toString()).sorted().toList();
            }
        }
    }

    /** An answer that is still arriving: slow readers, answers that break off or stop, calls that are given up. */
    @Nested
    class Streams {

        private static final long LARGE = 60_000_000;

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
        void slowConsumerSlowsTheNetwork() {
            long before = DOCUMENTS.sent();
            List<Long> sizes = new ArrayList<>();

            streamed.forEach(SessionId.of("numbers-" + LARGE), (fileName, content) -> {
                if (sizes.isEmpty()) {
                    assertThat(sentUntilItStops() - before).isLessThan(LARGE / 2);
                }
                sizes.add(content.skip(Long.MAX_VALUE));
            });

            assertThat(sizes).hasSize(2).last().isEqualTo(LARGE);
            assertThat(DOCUMENTS.sent() - before).isGreaterThan(LARGE * 3);
        }

        @Test
        void timeThatAConsumerTakesIsNoTimeout() {
            List<String> names = new ArrayList<>();

            hurriedStream.forEach(SessionId.of("numbers-10"), (fileName, content) -> {
                if (names.isEmpty()) {
                    long start = System.nanoTime();
                    await().until(() -> System.nanoTime() - start > TIMEOUT.plusMillis(100).toNanos());
                }
                names.add(fileName);
            });

            assertThat(names).containsExactly("first.pdf", "second.pdf");
        }

        @Test
        void saveFailsWhenTheResponseBreaksOff() {
            assertThatThrownBy(() -> streamed.saveTo(SessionId.of("dropped-0"), directory))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("lost");
        }

        @Test
        void saveFailsWhenTheResponseStops() {
            assertThatThrownBy(() -> hurriedStream.saveTo(SessionId.of("stopped-0"), directory))
                    .isInstanceOf(EsignTimeoutException.class);
        }

        @Test
        void failedConsumerEndsTheDownload() {
            long before = DOCUMENTS.sent();

            assertThatThrownBy(() -> streamed.forEach(SessionId.of("base64-" + LARGE), (fileName, content) -> {
                throw new IllegalStateException("enough");
            })).isInstanceOf(IllegalStateException.class).hasMessage("enough");

            assertThat(sentUntilItStops() - before).isLessThan(LARGE / 2);
        }

        @Test
        void cancelledCallEndsTheDownload() throws Exception {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            long before = DOCUMENTS.sent();

            Cancellable call = reactiveStreamed.forEach(SessionId.of("base64-" + LARGE), (fileName, content) -> {
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
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
            call.cancel();
            goOn.countDown();

            assertThat(ended.await(2, TimeUnit.MINUTES)).isTrue();
            assertThat(sentUntilItStops() - before).isLessThan(LARGE / 2);
        }

        @Test
        void interruptedCallerLeavesTheDownload() throws Exception {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    streamed.saveTo(SessionId.of("stopped-0"), directory);
                } catch (RuntimeException expected) {
                    failure.set(expected);
                }
            });
            caller.start();
            caller.interrupt();
            caller.join();

            assertThat(failure.get()).isInstanceOfAny(CancellationException.class, UnavailableException.class);
        }

        /** The network takes no more once all buffers between the server and the reader are full. */
        private static long sentUntilItStops() {
            AtomicLong sent = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(600)).until(() -> sent.getAndSet(DOCUMENTS.sent()) == sent.get());
            return sent.get();
        }

        private List<String> files() throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.map(file -> file.getFileName().toString()).toList();
            }
        }
    }
}
