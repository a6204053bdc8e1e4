package dev.esign.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An eSign that hands out tokens and then fails each POST in one way, after any amount of it. */
final class FailingServer implements AutoCloseable {

    /** How a POST fails. */
    enum Failure {
        /** The connection is closed in the middle of the request. */
        HANG_UP_IN_THE_MIDDLE,
        /** The connection is closed when the whole request is there. */
        HANG_UP_AT_THE_END,
        /** HTTP 500 with a page. */
        INTERNAL_ERROR,
        /** {@code null}, as for a bad token. */
        NULL
    }

    private static final int MIDDLE = 50_000_000;

    private final ServerSocket server;
    private final Failure failure;

    FailingServer(Failure failure) throws IOException {
        this.failure = failure;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        });
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (String line; !(line = line(in)).isEmpty();) {
                boolean post = line.startsWith("POST");
                long length = 0;
                for (String header; !(header = line(in)).isEmpty();) {
                    if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Long.parseLong(header.substring(15).strip());
                    }
                }
                if (post && failure == Failure.HANG_UP_IN_THE_MIDDLE) {
                    in.skipNBytes(MIDDLE);
                    return;
                }
                in.skipNBytes(length);
                if (post && failure == Failure.HANG_UP_AT_THE_END) {
                    return;
                }
                if (post && failure == Failure.INTERNAL_ERROR) {
                    answer(socket, "500 Internal Server Error", "<html>failed</html>");
                } else if (post) {
                    answer(socket, "200 OK", "null");
                } else if (line.contains("/lite/")) {
                    answer(socket, "404 Not Found", "<html>not here</html>");
                } else {
                    answer(socket, "200 OK", "{\"Message\":\"Success\",\"ReturnValue\":\"text\"}");
                }
            }
        }
    }

    private static void answer(Socket socket, String status, String body) throws IOException {
        socket.getOutputStream().write(("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c; (c = in.read()) >= 0 && c != '\n';) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException connectionEnded) {
                // one of the two ends hung up, as they do at the end of a test
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
