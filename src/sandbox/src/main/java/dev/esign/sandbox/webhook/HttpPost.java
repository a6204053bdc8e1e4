package dev.esign.sandbox.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import dev.esign.sandbox.WebhookDelivery.Failure;

/**
 * One POST of JSON over a connection of its own, which another thread can cut at any moment (except while the name of the
 * host is looked up). Nothing is left of it afterwards. All that is taken from the answer is its status.
 */
final class HttpPost {

    private static final Logger LOG = System.getLogger(HttpPost.class.getName());

    /** How much of an answer is read, so that the receiver can write it in peace. */
    private static final int MOST_READ = 64 * 1024;

    private final URI url;
    private final byte[] body;
    private Socket connection;
    private boolean cut;
    private volatile boolean tooLate;

    HttpPost(URI url, String json) {
        this.url = url;
        this.body = json.getBytes(StandardCharsets.UTF_8);
    }

    /** What came of it: the status of the answer, why it failed, or both. */
    record Result(OptionalInt statusCode, Optional<Failure> failure) {

        static Result of(int statusCode) {
            return new Result(OptionalInt.of(statusCode),
                    statusCode / 100 == 2 ? Optional.empty() : Optional.of(Failure.STATUS));
        }

        static Result of(Failure failure) {
            return new Result(OptionalInt.empty(), Optional.of(failure));
        }
    }

    /** Sends and waits for the answer, as long as it takes. */
    Result send() {
        try {
            Socket plain = connect();
            Socket socket = isSecure() ? secured(plain) : plain;
            OutputStream out = socket.getOutputStream();
            out.write(request());
            out.flush();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            AnswerHead answer = AnswerHead.read(in);
            drain(in, answer.length());
            return Result.of(answer.status());
        } catch (IOException e) {
            return Result.of(tooLate ? Failure.TIMEOUT : kind(e));
        } finally {
            cut();
        }
    }

    /** Ends it because it takes too long. */
    void expire() {
        tooLate = true;
        cut();
    }

    /** Ends it at once. */
    synchronized void cut() {
        cut = true;
        if (connection != null) {
            close(connection);
        }
    }

    private Socket connect() throws IOException {
        int port = url.getPort() < 0 ? (isSecure() ? 443 : 80) : url.getPort();
        // A name such as localhost has several addresses, and a receiver may listen at one of them only.
        for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
            Socket socket = open();
            try {
                socket.connect(new InetSocketAddress(address, port));
                return socket;
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "An address of a receiver was not reached: {0}", e.getClass().getName());
                close(socket);
            }
        }
        throw new ConnectException("no address was reached");
    }

    private synchronized Socket open() throws SocketException {
        if (cut) {
            throw new SocketException("cut");
        }
        connection = new Socket();
        return connection;
    }

    private Socket secured(Socket plain) throws IOException {
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        SSLSocket secured = (SSLSocket) defaultTls().createSocket(plain, host,
                plain.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static SSLSocketFactory defaultTls() throws SSLException {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new SSLException("the JVM's trust store cannot be used", e);
        }
    }

    private boolean isSecure() {
        return url.getScheme().equalsIgnoreCase("https");
    }

    /** In one piece, so that it leaves as one. */
    private byte[] request() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String authorization = url.getRawUserInfo() == null ? ""
                : "Authorization: Basic "
                        + Base64.getEncoder().encodeToString(url.getUserInfo().getBytes(StandardCharsets.UTF_8)) + "\r\n";
        byte[] head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                %sContent-Type: application/json; charset=utf-8\r
                Content-Length: %d\r
                User-Agent: esign-sandbox\r
                Connection: close\r
                \r
                """.formatted(WebhookUrl.pathAndQuery(url), url.getHost() + port, authorization, body.length)
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    }

    private static void drain(InputStream in, long length) {
        byte[] waste = new byte[8 * 1024];
        long left = Math.min(length, MOST_READ);
        try {
            int count = 0;
            while (left > 0 && count >= 0) {
                count = in.read(waste, 0, (int) Math.min(left, waste.length));
                left -= count;
            }
        } catch (IOException e) {
            // The status has arrived, and nothing else of the answer counts.
            LOG.log(Level.DEBUG, "A receiver''s answer was cut: {0}", e.getClass().getName());
        }
    }

    private static Failure kind(IOException e) {
        if (e instanceof UnknownHostException) {
            return Failure.UNKNOWN_HOST;
        }
        if (e instanceof ConnectException) {
            return Failure.UNREACHABLE;
        }
        if (e instanceof SSLException) {
            return Failure.TLS;
        }
        return e instanceof ProtocolException ? Failure.NOT_HTTP : Failure.BROKEN_CONNECTION;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection could not be closed properly: {0}", e.getClass().getName());
        }
    }
}
