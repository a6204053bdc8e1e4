package dev.esign.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server so busy that it takes no connection: whoever connects waits. Shared as {@link RecordingServer} is. */
final class FullServer {

    private FullServer() {
    }

    static String url() {
        return (String) ((Object[]) System.getProperties().computeIfAbsent(FullServer.class.getName(), key -> start()))[0];
    }

    /** Nobody accepts what comes, until there is no more room. */
    private static Object[] start() {
        try {
            ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            List<Socket> waiting = new ArrayList<>();
            while (true) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 500);
                } catch (SocketTimeoutException full) {
                    socket.close();
                    return new Object[] { "http://127.0.0.1:" + server.getLocalPort(), server, waiting };
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
