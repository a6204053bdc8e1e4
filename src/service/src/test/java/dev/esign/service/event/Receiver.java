package dev.esign.service.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.esign.service.Awaiting;

/** Somebody who wants to be told: answers as it was told to, and 204 after that. */
public final class Receiver implements AutoCloseable {

    /** A call that came in. */
    public record Call(Headers headers, String body, Instant at) {

        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    private record Answer(int status, String retryAfter) {
    }

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile Answer otherwise = new Answer(204, null);

    public Receiver() {
        this(0);
    }

    public Receiver(int port) {
        this(server(port), "http");
    }

    /** One that is called by https. */
    public static Receiver secured(SSLContext certificate) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return new Receiver(server, "https");
    }

    private Receiver(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer server(int port) {
        try {
            return HttpServer.create(new InetSocketAddress("localhost", port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI url() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + "/hook");
    }

    public Receiver answer(int status) {
        return answer(status, null);
    }

    public Receiver answer(int status, String retryAfter) {
        answers.add(new Answer(status, retryAfter));
        return this;
    }

    /** What it answers when nothing else was said. */
    public Receiver otherwise(int status) {
        otherwise = new Answer(status, null);
        return this;
    }

    public List<Call> calls() {
        return new ArrayList<>(calls);
    }

    /** Waits until so many calls came. */
    public List<Call> await(int number) {
        Awaiting.await(number + " calls", () -> calls.size() >= number);
        return calls();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        Answer answer = answers.isEmpty() ? otherwise : answers.remove();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        calls.add(new Call(exchange.getRequestHeaders(), body, Instant.now()));
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }
}
