package dev.esign.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.sandbox.WebhookDelivery.Failure;
import dev.esign.sandbox.WebhookDelivery.State;
import dev.esign.sandbox.WebhookDelivery.Try;

/** What receivers may answer, or not. */
class AnswersTest extends HubTest {

    @ParameterizedTest
    @ValueSource(ints = { 200, 201, 202, 204, 299 })
    void each2xxIsADelivery(int status) {
        try (Receiver receiver = Receiver.answering((received, number) -> status)) {
            assertThat(tell(hub(receiver.url("/")))).singleElement().matches(one -> one.state() == State.DELIVERED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 304, 400, 401, 407, 410, 500, 599 })
    void nothingElseIs(int status) {
        try (Receiver receiver = Receiver.answering((received, number) -> status)) {
            assertThat(tryAt(receiver.url("/"))).matches(one -> one.statusCode().getAsInt() == status)
                    .matches(one -> one.failure().orElseThrow() == Failure.STATUS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 303, 307, 308 })
    void redirectsAreNotFollowed(int status) {
        try (Receiver receiver = Receiver.answering((received, number) -> status)) {
            assertThat(tryAt(receiver.url("/here"))).matches(one -> one.statusCode().getAsInt() == status);
            assertThat(receiver.received()).singleElement().matches(received -> received.path().equals("/here"));
        }
    }

    @Test
    void noAnswerInTimeIsATimeout() throws Exception {
        try (RawReceiver receiver = new RawReceiver((socket, out) -> readToTheEnd(socket.getInputStream()))) {
            assertThat(tell(hub(0, Duration.ofMillis(100), receiver.url()))).singleElement().satisfies(delivery -> {
                assertThat(delivery.state()).isEqualTo(State.FAILED);
                assertThat(delivery.tries().get(0).failure()).contains(Failure.TIMEOUT);
                assertThat(delivery.tries().get(0).took()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            });
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        URI nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/");
        }

        assertThat(tryAt(nobody)).matches(one -> one.failure().orElseThrow() == Failure.UNREACHABLE)
                .matches(one -> one.statusCode().isEmpty());
    }

    @Test
    void aNameWithoutAnAddressIsUnknown() {
        assertThat(tryAt(URI.create("http://" + "x".repeat(64) + ".invalid/")).failure()).contains(Failure.UNKNOWN_HOST);
    }

    @Test
    void allAddressesOfANameAreTried() {
        try (Receiver receiver = Receiver.willing()) {
            assertThat(tryAt(URI.create("http://localhost:" + receiver.port() + "/")).failure()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n" })
    void whatIsNotHttpIsCalledSo(String answer) throws Exception {
        try (RawReceiver receiver = RawReceiver.saying(answer)) {
            assertThat(tryAt(receiver.url()).failure()).contains(Failure.NOT_HTTP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n" })
    void aConnectionThatEndsTooEarlyIsBroken(String answer) throws Exception {
        try (RawReceiver receiver = RawReceiver.saying(answer)) {
            assertThat(tryAt(receiver.url()).failure()).contains(Failure.BROKEN_CONNECTION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "HTTP/1.0 200 OK\r\n\r\nbody", "HTTP/1.1 200\r\n\r\n", "HTTP/1.1 200 OK\n\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort" })
    void aStatusThatArrivedCounts(String answer) throws Exception {
        try (RawReceiver receiver = RawReceiver.saying(answer)) {
            assertThat(tryAt(receiver.url()).statusCode()).hasValue(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 204 No Content\r\n\r\n" })
    void deliveryDoesNotWaitForTheReceiverToClose(String answer) throws Exception {
        try (RawReceiver receiver = new RawReceiver((socket, out) -> {
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            readToTheEnd(socket.getInputStream());
        })) {
            Try attempt = tryAt(receiver.url());

            assertThat(attempt.failure()).isEmpty();
            receiver.done().join();
        }
    }

    @Test
    void timeoutAfterTheStatusIsADelivery() throws Exception {
        try (RawReceiver receiver = new RawReceiver((socket, out) -> {
            out.write("HTTP/1.1 202 Accepted\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            readToTheEnd(socket.getInputStream());
        })) {
            // On a slow machine the time may be up before the status is there, but not each time.
            assertThat(tell(hub(10, Duration.ofMillis(500), receiver.url()))).singleElement()
                    .matches(delivery -> delivery.state() == State.DELIVERED);
        }
    }

    @Test
    void aLargeAnswerIsNotReadToItsEnd() throws Exception {
        AtomicLong written = new AtomicLong();
        try (RawReceiver receiver = new RawReceiver((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            byte[] piece = new byte[64 * 1024];
            try {
                while (true) {
                    out.write(piece);
                    written.addAndGet(piece.length);
                }
            } catch (IOException e) {
                // The sender went away.
            }
        })) {
            assertThat(tryAt(receiver.url()).failure()).isEmpty();
            receiver.done().join();
            assertThat(written).as("what fits into the buffers of both sides").hasValueLessThan(64L * 1024 * 1024);
        }
    }

    @Test
    void aHeadWithoutEndIsNotHttp() throws Exception {
        try (RawReceiver receiver = RawReceiver.saying("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000))) {
            assertThat(tryAt(receiver.url()).failure()).contains(Failure.NOT_HTTP);
        }
    }

    private Try tryAt(URI url) {
        return tell(hub(url)).get(0).tries().get(0);
    }

    private static void readToTheEnd(InputStream in) throws IOException {
        while (in.read() >= 0) {
            // Until the sender goes away.
        }
    }
}
