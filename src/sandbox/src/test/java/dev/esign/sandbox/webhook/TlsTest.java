package dev.esign.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.sandbox.WebhookDelivery.Failure;
import dev.esign.sandbox.WebhookDelivery.State;

class TlsTest extends HubTest {

    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    Path directory;

    @Test
    void aCertificateMustBeTrustedAndBeForTheHost() throws Exception {
        SSLContext receivers = context("san=dns:localhost");
        SSLContext before = SSLContext.getDefault();
        try (Receiver receiver = Receiver.secured(receivers)) {
            URI rightName = URI.create("https://localhost:" + receiver.port() + "/");
            URI wrongName = URI.create("https://127.0.0.1:" + receiver.port() + "/");

            assertThat(tell(hub(rightName)).get(0).tries().get(0).failure()).as("not trusted").contains(Failure.TLS);
            SSLContext.setDefault(receivers);
            assertThat(tell(hub(wrongName)).get(0).tries().get(0).failure()).as("another host").contains(Failure.TLS);
            assertThat(tell(hub(rightName)).get(0).state()).isEqualTo(State.DELIVERED);
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void aReceiverWithoutTlsIsCalledSo() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answerAtOnce(server));

            assertThat(
                    tell(hub(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/"))).get(0).tries().get(0).failure())
                    .contains(Failure.TLS);
            served.join();
        }
    }

    private static void answerAtOnce(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().read() >= 0) {
                // Until the sender goes away.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For both sides: it shows a certificate of its own, and trusts it. */
    private SSLContext context(String extension) throws Exception {
        Path file = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair", "-keystore", file.toString(), "-storepass",
                "password", "-keyalg", "EC", "-alias", "receiver", "-dname",
                "CN=receiver", "-ext", extension).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("receiver", keys.getCertificate("receiver"));
        trusted.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
