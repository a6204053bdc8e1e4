package dev.esign.deployment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An eSign whose sessions have documents of any size: a raw socket that makes up each byte when it sends it. What a session
 * answers is in its id, such as {@code numbers-1000}, so that nothing needs to be set up.
 */
final class DocumentServer {

    private static final int BLOCK = 3 << 14;
    private static final String SHARED = DocumentServer.class.getName();

    private final int port;
    private final AtomicLong sent;

    private DocumentServer(Object[] shared) {
        port = (int) shared[0];
        sent = (AtomicLong) shared[1];
    }

    /** A test class is loaded twice, outside and inside the application; both see one server. */
    static DocumentServer shared() {
        return new DocumentServer((Object[]) System.getProperties().computeIfAbsent(SHARED, key -> start()));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** How many bytes of answers the network has taken so far. */
    long sent() {
        return sent.get();
    }

    private static Object[] start() {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            AtomicLong sent = new AtomicLong();
            daemon(() -> {
                while (true) {
                    Socket socket = server.accept();
                    daemon(() -> serve(socket, sent));
                }
            });
            return new Object[] { server.getLocalPort(), sent };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document of which a session is made: every byte value, in turn. */
    static byte byteAt(long index) {
        return (byte) (index * 7);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException connectionEnded) {
                // the client went away, as clients do
            }
        }, "document-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Socket socket, AtomicLong sent) throws IOException {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String target = target(in);
            if (target.isEmpty()) {
                return;
            }
            OutputStream out = new BufferedOutputStream(new Counted(socket.getOutputStream(), sent), 1 << 16);
            if (target.startsWith("/rest/v1/gettoken/")) {
                write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + RecordingServer.requestResponse("token"));
                return;
            }
            String[] session = target.replaceAll(".*/sessions/|/files.*", "").split("-");
            long size = Long.parseLong(session[1]);
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            OutputStream chunks = new Chunks(out);
            write(chunks,
                    "{\"Message\":\"Success\",\"Files\":[{\"FileName\":\"first.pdf\",\"FileBytes\":[1,2,3]},{\"FileBytes\":");
            switch (session[0]) {
                case "numbers" -> numbers(chunks, size);
                case "base64" -> base64(chunks, size);
                case "dropped" -> {
                    write(chunks, "[1,2");
                    out.flush();
                    return;
                }
                default -> {
                    write(chunks, "[1,2");
                    out.flush();
                    in.read(); // until the client gives up
                    return;
                }
            }
            write(chunks, ",\"FileName\":\"second.pdf\"}],\"Details\":[]}");
            chunks.flush();
            write(out, "0\r\n\r\n");
            out.flush();
        }
    }

    private static void numbers(OutputStream out, long size) throws IOException {
        byte[][] texts = new byte[256][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = (i + ",").getBytes(StandardCharsets.US_ASCII);
        }
        out.write('[');
        for (long i = 0; i < size - 1; i++) {
            out.write(texts[byteAt(i) & 0xff]);
        }
        write(out, (byteAt(size - 1) & 0xff) + "]");
    }

    private static void base64(OutputStream out, long size) throws IOException {
        out.write('"');
        for (long i = 0; i < size; i += BLOCK) {
            byte[] block = new byte[(int) Math.min(BLOCK, size - i)];
            for (int j = 0; j < block.length; j++) {
                block[j] = byteAt(i + j);
            }
            out.write(Base64.getEncoder().encode(block));
        }
        out.write('"');
    }

    private static String target(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c; head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0 && (c = in.read()) >= 0;) {
            head.append((char) c);
        }
        return head.length() == 0 ? "" : head.toString().split(" ")[1];
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static final class Counted extends FilterOutputStream {

        private final AtomicLong sent;

        Counted(OutputStream out, AtomicLong sent) {
            super(out);
            this.sent = sent;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            sent.addAndGet(length);
        }
    }

    /** HTTP's chunked transfer coding. */
    private static final class Chunks extends OutputStream {

        private final OutputStream out;
        private final byte[] chunk = new byte[1 << 16];
        private int filled;

        Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            chunk[filled++] = (byte) b;
            if (filled == chunk.length) {
                end();
            }
        }

        @Override
        public void flush() throws IOException {
            end();
            out.flush();
        }

        private void end() throws IOException {
            if (filled > 0) {
                out.write((Integer.toHexString(filled) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(chunk, 0, filled);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                filled = 0;
            }
        }
    }
}
