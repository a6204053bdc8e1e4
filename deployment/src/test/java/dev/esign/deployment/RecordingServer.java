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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An eSign that shares nothing with the client or the sandbox: a raw socket that writes down what arrives, byte by byte, and
 * answers as it is told. A test class is loaded twice, outside and inside the application; both see one server, which is why
 * all that they share is made of the JDK's own types.
 */
final class RecordingServer {

    static final String DROP = "drop";
    static final String NEVER_ANSWER = "never answer";
    /** The operations whose addresses are settings. */
    static final String UNPUBLISHED = "unpublished";
    /** In the place of an operation: what happens as soon as the head of a POST is there. */
    static final String BEFORE_BODY = "before body";
    /** In the place of an operation: the client closed the connection on which it got no answer. */
    static final String GAVE_UP = "gave up";
    static final String SESSION_ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    /**
     * A request as it came; an operation without a name of its own is called by verb and path.
     *
     * @param nanos when it had come, by {@link System#nanoTime()}
     */
    record Request(String operation, String method, String target, Map<String, String> headers, String body, long nanos) {
    }

    /** Opens the socket of a server. */
    interface Opening {
        ServerSocket open() throws IOException;
    }

    private final String scheme;
    private final Map<String, Object> shared;

    @SuppressWarnings("unchecked")
    private RecordingServer(String name, String scheme, Opening opening) {
        this.scheme = scheme;
        shared = (Map<String, Object>) System.getProperties().computeIfAbsent(RecordingServer.class.getName() + name,
                key -> start(name, opening));
    }

    static RecordingServer shared() {
        return shared("");
    }

    /** A further server, whose tokens begin with its name. */
    static RecordingServer shared(String name) {
        return new RecordingServer(name, "http", () -> new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()));
    }

    /** A further server that speaks TLS. */
    static RecordingServer secure(String name, Opening opening) {
        return new RecordingServer(name, "https", opening);
    }

    String url() {
        return scheme + "://127.0.0.1:" + shared.get("port");
    }

    int port() {
        return (int) shared.get("port");
    }

    /** Forgets requests and answers. */
    void reset() {
        journal().clear();
        answers().clear();
    }

    /** Answers the next call of the operation with this JSON, {@link #DROP} or {@link #NEVER_ANSWER}. */
    RecordingServer answer(String operation, String json) {
        return answer(operation, 200, "application/json; charset=utf-8", json);
    }

    RecordingServer answer(String operation, int status, String contentType, String body) {
        return answer(operation, status, contentType, body, "");
    }

    /** Answers the next call of the operation with this header, too. */
    RecordingServer answer(String operation, int status, String contentType, String body, String header) {
        answers().computeIfAbsent(operation, key -> new ConcurrentLinkedDeque<>())
                .add(new String[] { String.valueOf(status), contentType, body, header.isEmpty() ? "" : header + "\r\n" });
        return this;
    }

    List<Request> requests() {
        return List.of(journal().toArray(new Object[0][])).stream().map(RecordingServer::request).toList();
    }

    List<Request> requests(String operation) {
        return requests().stream().filter(request -> request.operation().equals(operation)).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> journal() {
        return (List<Object[]>) shared.get("journal");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Deque<String[]>> answers() {
        return (Map<String, Deque<String[]>>) shared.get("answers");
    }

    @SuppressWarnings("unchecked")
    private static Request request(Object[] entry) {
        return new Request((String) entry[0], (String) entry[1], (String) entry[2], (Map<String, String>) entry[3],
                (String) entry[4], (long) entry[5]);
    }

    private static Map<String, Object> start(String name, Opening opening) {
        try {
            ServerSocket server = opening.open();
            Map<String, Object> shared = new ConcurrentHashMap<>();
            shared.put("port", server.getLocalPort());
            List<Object[]> journal = Collections.synchronizedList(new ArrayList<>());
            Map<String, Deque<String[]>> answers = new ConcurrentHashMap<>();
            shared.put("journal", journal);
            shared.put("answers", answers);
            AtomicInteger tokens = new AtomicInteger();
            daemon(() -> {
                while (true) {
                    Socket socket = server.accept();
                    daemon(() -> serve(socket, journal, answers, () -> name + "token-" + tokens.incrementAndGet()));
                }
            });
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        }, "recording-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Socket socket, List<Object[]> journal, Map<String, Deque<String[]>> answers,
            Supplier<String> tokens)
            throws IOException {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                List<String> head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                String[] line = head.get(0).split(" ");
                Map<String, String> headers = new ConcurrentHashMap<>();
                for (String header : head.subList(1, head.size())) {
                    int colon = header.indexOf(':');
                    headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
                }
                if (line[0].equals("POST") && answers.getOrDefault(BEFORE_BODY, new ArrayDeque<>()).poll() != null) {
                    return;
                }
                byte[] bytes = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in)
                        : whole(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
                if (bytes == null) {
                    return; // broken off: no server takes half a request
                }
                String body = new String(bytes, StandardCharsets.UTF_8);
                String operation = operation(line[0], line[1]);
                journal.add(new Object[] { operation, line[0], line[1], headers, body, System.nanoTime() });
                String[] answer = answer(operation, answers, tokens);
                if (answer[2].equals(DROP)) {
                    return;
                }
                if (answer[2].equals(NEVER_ANSWER)) {
                    in.read(); // until the client gives up
                    journal.add(new Object[] { GAVE_UP, line[0], line[1], headers, "", System.nanoTime() });
                    return;
                }
                byte[] content = answer[2].getBytes(StandardCharsets.UTF_8);
                socket.getOutputStream().write(("HTTP/1.1 " + answer[0] + " Status\r\nContent-Type: " + answer[1]
                        + "\r\n" + answer[3] + "Content-Length: " + content.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(content);
                socket.getOutputStream().flush();
            }
        }
    }

    private static byte[] whole(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        return bytes.length < length ? null : bytes;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            StringBuilder size = new StringBuilder();
            for (int c; (c = in.read()) != '\n';) {
                if (c < 0) {
                    return null;
                }
                size.append((char) c);
            }
            byte[] chunk = whole(in, Integer.parseInt(size.toString().strip(), 16));
            if (chunk == null || whole(in, 2) == null) {
                return null;
            }
            if (chunk.length == 0) {
                return body.toByteArray();
            }
            body.write(chunk);
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c; (c = in.read()) >= 0;) {
            if (c == '\n') {
                if (line.size() == 0) {
                    return lines;
                }
                lines.add(line.toString(StandardCharsets.ISO_8859_1));
                line.reset();
            } else if (c != '\r') {
                line.write(c);
            }
        }
        return List.of();
    }

    private static String operation(String method, String target) {
        // A proxy is told the whole address.
        String path = target.replaceFirst("\\?.*", "").replaceFirst("^http://[^/]+", "");
        if (path.startsWith("/rest/v1/encrypt/")) {
            return "encrypt";
        } else if (path.startsWith("/rest/v1/gettoken/")) {
            return "gettoken";
        } else if (path.startsWith("/rest/v1/tokenusernamepassword/")) {
            return "tokenusernamepassword";
        } else if (path.equals("/rest/v1/landingurl")) {
            return "landingurl";
        } else if (method.equals("POST") && path.equals("/rest/v1/sessions")) {
            return "create";
        } else if (method.equals("POST") && path.equals("/rest/v1/sessions/updatesession")) {
            return "update";
        } else if (method.equals("PUT") && path.matches("/rest/v1/sessions/[^/]+/start")) {
            return "start";
        } else if (method.equals("GET") && path.matches("/rest/v1/sessions/[^/]+")) {
            return "get";
        }
        // Addresses that eSign doesn't publish have one name; all others are called by verb and path.
        return path.matches("/rest/v1/(docs|archive|invites|files)/.*|.*/files") ? UNPUBLISHED : method + " " + path;
    }

    private static String[] answer(String operation, Map<String, Deque<String[]>> answers, Supplier<String> tokens) {
        String[] told = answers.getOrDefault(operation, new ArrayDeque<>()).poll();
        if (told != null) {
            return told;
        }
        String json = switch (operation) {
            case "encrypt" -> requestResponse("cipher/text+=");
            case "gettoken", "tokenusernamepassword" -> requestResponse(tokens.get());
            case "landingurl" -> requestResponse("https://client.example.com/auth/AutoLogMeIn.aspx?");
            case "start" -> requestResponse("True");
            case "create", "update" -> "{\"Message\":\"Success\",\"SigningSessionId\":\"" + SESSION_ID + "\",\"Details\":[]}";
            case "get" -> session(1);
            default -> null;
        };
        return json == null ? new String[] { "404", "text/html", "<html>not here</html>", "" }
                : new String[] { "200", "application/json; charset=utf-8", json, "" };
    }

    static String requestResponse(String value) {
        return "{\"Message\":\"Success\",\"ReturnValue\":\"" + value + "\",\"Details\":[]}";
    }

    static String refused(String... details) {
        return "{\"Message\":\"Error\",\"ReturnValue\":\"False\",\"Details\":[\"" + String.join("\",\"", details) + "\"]}";
    }

    static String session(int status) {
        return "{\"Message\":\"Success\",\"SigningSessionId\":\"" + SESSION_ID + "\",\"Sessions\":[{\"Id\":\"" + SESSION_ID
                + "\",\"SessionInfo\":{\"Title\":\"T\",\"StatusCode\":" + status + "}}]}";
    }
}
