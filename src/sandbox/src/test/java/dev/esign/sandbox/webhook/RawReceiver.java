package dev.esign.sandbox.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Takes connections on 127.0.0.1, one after the other, and answers below HTTP. */
final class RawReceiver implements AutoCloseable {

    private final ServerSocket server;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** Writes an answer after the request was read. */
    interface Answer {

        void write(Socket socket, OutputStream out) throws IOException;
    }

    RawReceiver(Answer answer) {
        try {
            server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Thread(() -> serve(answer), "raw-receiver").start();
    }

    static RawReceiver saying(String answer) {
        return new RawReceiver((socket, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
    }

    /** Ends when the first connection was served, with the failure that ended it, if any. */
    CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Answer answer) {
        while (!server.isClosed()) {
            try {
                serveOne(answer);
                done.complete(null);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        }
    }

    private void serveOne(Answer answer) throws IOException {
        try (Socket socket = server.accept()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
            }
            for (int i = 0; i < length && in.read() >= 0; i++) {
                // What is left unread would reset the connection, and the answer with it.
            }
            answer.write(socket, socket.getOutputStream());
        }
    }
}
