package dev.esign.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for 127.0.0.1 that only those trust who are told to, made by the JDK's keytool. */
final class SelfMadeCertificate {

    static final String PASSWORD = "changeit";

    private final Path keyStore;

    private SelfMadeCertificate(Path keyStore) {
        this.keyStore = keyStore;
    }

    /** One for all tests of this process, and both times that their classes are loaded. */
    static SelfMadeCertificate shared() {
        return new SelfMadeCertificate(Path.of((String) System.getProperties()
                .computeIfAbsent(SelfMadeCertificate.class.getName(), key -> make().toString())));
    }

    /** A PKCS #12 file with certificate and key. */
    Path keyStore() {
        return keyStore;
    }

    ServerSocket open() throws IOException {
        try (InputStream in = Files.newInputStream(keyStore)) {
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

    private static Path make() {
        try {
            Path directory = Files.createTempDirectory("esign-certificate");
            Path file = directory.resolve("server.p12");
            Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-alias", "server", "-keyalg", "EC", "-validity", "2", "-dname", "CN=127.0.0.1", "-ext",
                    "SAN=IP:127.0.0.1", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
                    .inheritIO().start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed with " + keytool.exitValue());
            }
            directory.toFile().deleteOnExit(); // after the file: the last that is registered goes first
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
