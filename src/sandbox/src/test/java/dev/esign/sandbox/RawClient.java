package dev.esign.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Talks to a sandbox over a bare socket, to see what a client's connection goes through. */
final class RawClient {

    /** How a connection ended. */
    enum End {
        CLOSED,
        RESET
    }

    /** What came over a connection until it ended. */
    record Received(String text, End end) {
    }

    private RawClient() {
    }

    /** Sends one request and reads until the connection ends, which is for the sandbox to bring about. */
    static Received exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return exchange(socket, request);
        }
    }

    static Received exchange(Socket socket, String request) throws IOException {
        socket.setSoTimeout(120_000);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                received.write(octet);
            }
            return new Received(received.toString(StandardCharsets.UTF_8), End.CLOSED);
        } catch (SocketException e) {
            return new Received(received.toString(StandardCharsets.UTF_8), End.RESET);
        }
    }
}
