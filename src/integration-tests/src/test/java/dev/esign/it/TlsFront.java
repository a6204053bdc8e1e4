package dev.esign.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Speaks TLS in front of a server that doesn't, with a certificate that only those trust who have its store. */
final class TlsFront implements AutoCloseable {

    static final String PASSWORD = "changeit";

    private final int port;
    private final Path directory;
    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    TlsFront(int port) throws IOException {
        this.port = port;
        directory = Files.createTempDirectory("esign-certificate");
        makeCertificate();
        socket = open();
        run(this::accept);
    }

    String url() {
        return "https://127.0.0.1:" + socket.getLocalPort();
    }

    Path trustStore() {
        return directory.resolve("server.p12");
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
        Files.delete(trustStore());
        Files.delete(directory);
    }

    private void makeCertificate() throws IOException {
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair", "-alias", "server", "-keyalg", "EC",
                "-validity", "2", "-dname", "CN=127.0.0.1", "-ext",
                "SAN=IP:127.0.0.1", "-storetype", "PKCS12", "-keystore", trustStore().toString(), "-storepass", PASSWORD)
                .inheritIO().start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool failed with " + keytool.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private ServerSocket open() throws IOException {
        try (InputStream in = Files.newInputStream(trustStore())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            connections.add(client);
            connections.add(server);
            run(() -> pass(client, server));
            run(() -> pass(server, client));
        }
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            connections.remove(from);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                // Either end hung up, or the front was closed.
            }
        }, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }
}
