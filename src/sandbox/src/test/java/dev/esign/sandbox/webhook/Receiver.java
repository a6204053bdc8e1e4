package dev.esign.sandbox.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.esign.sandbox.EsignSandbox;

/** A receiver of webhooks on 127.0.0.1, which keeps what it gets. */
public final class Receiver implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        // The JDK's server reads its settings once, and a sandbox makes them: it must come first in this JVM.
        EsignSandbox.start().close();
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** What came in. */
    public record Received(String verb, String path, Headers headers, String text) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public JsonNode data() {
            return json().path("Data");
        }

        public int status() {
            return data().path("Status").asInt();
        }

        public String sessionId() {
            return data().path("SigningSessionId").asText();
        }
    }

    /** Decides on the answer's status, perhaps after a while. */
    public interface Behaviour {

        int status(Received received, int number) throws InterruptedException;
    }

    private Receiver(Behaviour behaviour, Optional<SSLContext> tls) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
            server = tls.isPresent() ? HttpsServer.create(address, 100) : HttpServer.create(address, 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (server instanceof HttpsServer secure) {
            secure.setHttpsConfigurator(new HttpsConfigurator(tls.orElseThrow()));
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, behaviour));
        server.start();
    }

    /** Answers everything with 200. */
    public static Receiver willing() {
        return answering((received, number) -> 200);
    }

    /** Answers as told; the number of the first message is 1. */
    public static Receiver answering(Behaviour behaviour) {
        return new Receiver(behaviour, Optional.empty());
    }

    /** Answers everything with 200, at https URLs only. */
    static Receiver secured(SSLContext context) {
        return new Receiver((received, number) -> 200, Optional.of(context));
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, Behaviour behaviour) throws IOException {
        try (exchange) {
            Received one = new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int number;
            synchronized (received) {
                received.add(one);
                number = received.size();
            }
            int status = behaviour.status(one, number);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            if (status == 204 || status == 304) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                byte[] text = "Received.".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, text.length);
                exchange.getResponseBody().write(text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
