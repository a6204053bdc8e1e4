package dev.esign.deployment;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens tunnels and writes down where to; shared as {@link RecordingServer} is. */
final class TunnelProxy {

    private final Map<String, Object> shared;

    @SuppressWarnings("unchecked")
    private TunnelProxy() {
        shared = (Map<String, Object>) System.getProperties().computeIfAbsent(TunnelProxy.class.getName(), key -> start());
    }

    static TunnelProxy shared() {
        return new TunnelProxy();
    }

    int port() {
        return (int) shared.get("port");
    }

    /** Host and port of each tunnel that was opened. */
    @SuppressWarnings("unchecked")
    List<String> tunnels() {
        return (List<String>) shared.get("tunnels");
    }

    private static Map<String, Object> start() {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            List<String> tunnels = new CopyOnWriteArrayList<>();
            daemon(() -> {
                while (true) {
                    Socket client = server.accept();
                    daemon(() -> tunnel(client, tunnels));
                }
            });
            Map<String, Object> shared = new ConcurrentHashMap<>();
            shared.put("port", server.getLocalPort());
            shared.put("tunnels", tunnels);
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tunnel(Socket client, List<String> tunnels) throws IOException {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String target = head(in).split(" ")[1];
            tunnels.add(target);
            int colon = target.lastIndexOf(':');
            try (Socket server = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
                client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                daemon(() -> {
                    server.getInputStream().transferTo(client.getOutputStream());
                    client.close();
                });
                in.transferTo(server.getOutputStream());
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException connectionEnded) {
                // either side went away, as they do
            }
        }, "tunnel-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
