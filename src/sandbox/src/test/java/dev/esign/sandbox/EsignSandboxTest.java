package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;

import dev.esign.anchortags.AnchorTags;
import dev.esign.sandbox.api.Accepted;
import dev.esign.sandbox.http.Dispatcher;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.SessionContents;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.webhook.WebhookSettings;

class EsignSandboxTest {

    @Test
    void listensOnAFreeLoopbackPort() {
        try (EsignSandbox one = EsignSandbox.start(); EsignSandbox other = EsignSandbox.start()) {
            assertThat(one.url()).hasToString("http://127.0.0.1:" + one.port());
            assertThat(one.port()).isPositive().isNotEqualTo(other.port());
            assertThat(new Client(one.url()).get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closesAtOnceAndFreesItsPort() {
        EsignSandbox first = EsignSandbox.start();
        new Client(first.url()).get("/");

        first.close();
        first.close();

        try (EsignSandbox second = EsignSandbox.builder().port(first.port()).start()) {
            assertThat(second.port()).isEqualTo(first.port());
            assertThat(new Client(second.url()).get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closingCutsACallUnderWayAndLeavesNoThread() throws Exception {
        EsignSandbox sandbox = EsignSandbox.start();
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /rest/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n"
                    + "Expect: 100-continue\r\nAuthorization: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(in.read()).as("the call is under way").isEqualTo('H');

            sandbox.close();

            for (Thread thread : threadsOf(sandbox)) {
                // Its work is done; the JVM may take a moment to bury it.
                thread.join();
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void itsThreadsNeverKeepTheHostAlive() {
        try (EsignSandbox sandbox = EsignSandbox.start()) {
            new Client(sandbox.url()).get("/");
            assertThat(threadsOf(sandbox)).isNotEmpty().allMatch(Thread::isDaemon);
            assertThat(Thread.getAllStackTraces().keySet()).filteredOn(thread -> thread.getName().equals("HTTP-Dispatcher"))
                    .isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        try (EsignSandbox first = EsignSandbox.start()) {
            EsignSandbox.Builder builder = EsignSandbox.builder().port(first.port());
            assertThatThrownBy(builder::start).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(first.port()));
        }
    }

    @Test
    void asksTheJdksServerForPromptAnswersAndLastingConnections() {
        try (EsignSandbox sandbox = EsignSandbox.start()) {
            assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
            // In seconds: longer than any client keeps a connection that it doesn't use.
            assertThat(Integer.getInteger("sun.net.httpserver.idleInterval")).isGreaterThan(3_600);
            assertThat(sandbox.port()).isPositive();
        }
    }

    @Test
    void keepsHoweverManyConnectionsOpenBetweenRequests() throws Exception {
        byte[] request = "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        List<Socket> sockets = new ArrayList<>();
        try (EsignSandbox sandbox = EsignSandbox.start()) {
            for (int i = 0; i < 300; i++) {
                sockets.add(new Socket("127.0.0.1", sandbox.port()));
            }
            for (int round = 0; round < 2; round++) {
                for (Socket socket : sockets) {
                    socket.getOutputStream().write(request);
                    assertThat(answer(socket.getInputStream())).as("round " + round).startsWith("HTTP/1.1 404");
                }
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void aFailureOfItsOwnTellsNothing() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler handler = recordingTo(logged);
        Logger logger = Logger.getLogger(Dispatcher.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        Clock broken = new MutableClock() {
            @Override
            public Instant instant() {
                throw new IllegalStateException("s3cret");
            }
        };
        try (EsignSandbox sandbox = EsignSandbox.builder().clock(broken).journalSize(0).start()) {
            Client client = new Client(sandbox.url());
            String key = client.encrypt("key", "salt");
            HttpResponse<String> answer = client.send(client.request("/rest/v1/gettoken/salt").header("Authorization", key));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("s3cret", "IllegalState", "\tat ");
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
        assertThat(logged).singleElement().satisfies(entry -> {
            assertThat(entry.getThrown()).hasMessageContaining("IllegalStateException").hasNoCause();
            assertThat(entry.getThrown()).hasMessageNotContaining("s3cret");
            assertThat(entry.getThrown().getStackTrace()).isNotEmpty();
        });
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        EsignSandbox.Builder builder = EsignSandbox.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tagProcessing(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tokenLifetime(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.apiKeys("k", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.users(""));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.webhook(URI.create("/webhook")));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.webhookRetries(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.webhookRetryDelay(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.webhookTimeout(Duration.ofSeconds(61)));
        assertThatThrownBy(() -> builder.clock(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void textsOfItsPartsNameNobody() throws Exception {
        String body = SandboxTest.body("'Title':'secret'", "{'FileName':'secret','FileBytes':[1]}",
                "{'LastName':'secret','EmailAddress':'secret@example.com'}").replace("owner", "secret");
        SessionChange change = SessionChange.of(Client.json(body.replace("[1]", "null")), MutableClock.NOW);
        SessionContents contents = SessionContents.EMPTY.with(change, new ArrayList<>());
        SandboxSettings settings = new SandboxSettings(Duration.ZERO, Duration.ZERO, Accepted.exactly(Set.of("secret")),
                Set.of("secret"), Set.of("secret"), Set.of("secret"), new MutableClock(), Duration.ZERO, Map.of(),
                AnchorTags.standard(), new WebhookSettings(
                        List.of(URI.create("http://secret@localhost/secret?a=secret")), 0, Duration.ZERO, Duration.ZERO),
                0, WireMode.LENIENT);

        assertThat(List.of(change, change.signers(), change.documents(), contents, contents.signers(), settings,
                new SessionSnapshot("id", SessionStatus.IN_DRAFT, MutableClock.NOW, Optional.empty(), contents),
                new RefusedException("secret")).toString()).doesNotContain("secret");
    }

    private static Handler recordingTo(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    /** Reads the answer for a path where nothing is, up to its last letter. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("at this path.") < 0) {
            int octet = in.read();
            if (octet < 0) {
                return text + " (closed)";
            }
            text.append((char) octet);
        }
        return text.toString();
    }

    private static List<Thread> threadsOf(EsignSandbox sandbox) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("esign-sandbox-" + sandbox.port() + "-")).toList();
    }
}
