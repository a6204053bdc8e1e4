package dev.esign.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpServer;

/**
 * Takes what an application exports by OTLP over HTTP and reads the spans out of it. Shared between the two loadings of a test
 * class, as {@link RecordingServer} is.
 */
final class TraceCollector {

    /** A span as it was exported. */
    record Span(String traceId, String id, String parentId, String name, int kind, Map<String, String> attributes) {
    }

    private static final String SHARED = TraceCollector.class.getName();

    private final Map<String, Object> shared;

    @SuppressWarnings("unchecked")
    private TraceCollector() {
        shared = (Map<String, Object>) System.getProperties().computeIfAbsent(SHARED, key -> start());
    }

    static TraceCollector shared() {
        return new TraceCollector();
    }

    String url() {
        return "http://127.0.0.1:" + shared.get("port");
    }

    void reset() {
        exports().clear();
    }

    @SuppressWarnings("unchecked")
    private List<byte[]> exports() {
        return (List<byte[]>) shared.get("exports");
    }

    /** All that was exported, as text as far as it is text. */
    String text() {
        StringBuilder text = new StringBuilder();
        List.copyOf(exports()).forEach(export -> text.append(new String(export, StandardCharsets.ISO_8859_1)));
        return text.toString();
    }

    /** The spans, in the order in which they were exported. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (byte[] export : List.copyOf(exports())) {
            for (Field resource : fields(export, 1)) {
                for (Field scope : fields(resource.bytes(), 2)) {
                    fields(scope.bytes(), 2).forEach(span -> spans.add(span(span.bytes())));
                }
            }
        }
        return spans;
    }

    private static Span span(byte[] message) {
        Map<String, String> attributes = new TreeMap<>();
        for (Field attribute : fields(message, 9)) {
            Field value = fields(only(attribute.bytes(), 2).bytes(), 0).get(0);
            attributes.put(only(attribute.bytes(), 1).text(),
                    value.bytes() == null ? String.valueOf(value.number()) : value.text());
        }
        return new Span(only(message, 1).hex(), only(message, 2).hex(), only(message, 4).hex(), only(message, 5).text(),
                (int) only(message, 6).number(), attributes);
    }

    /** A field of a protobuf message: a number, or bytes. */
    private record Field(int tag, long number, byte[] bytes) {

        String text() {
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        }

        String hex() {
            return bytes == null ? "" : HexFormat.of().formatHex(bytes);
        }
    }

    private static Field only(byte[] message, int wanted) {
        List<Field> fields = fields(message, wanted);
        return fields.isEmpty() ? new Field(wanted, 0, null) : fields.get(0);
    }

    /** The fields of this number; of any for 0. */
    private static List<Field> fields(byte[] message, int wanted) {
        List<Field> fields = new ArrayList<>();
        int[] at = { 0 };
        while (at[0] < message.length) {
            long tag = varint(message, at);
            int number = (int) (tag >>> 3);
            Field field = switch ((int) (tag & 7)) {
                case 0 -> new Field(number, varint(message, at), null);
                case 1 -> new Field(number, skip(at, 8), null);
                case 5 -> new Field(number, skip(at, 4), null);
                case 2 -> {
                    int length = (int) varint(message, at);
                    byte[] bytes = Arrays.copyOfRange(message, at[0], at[0] + length);
                    at[0] += length;
                    yield new Field(number, 0, bytes);
                }
                default -> throw new IllegalStateException("no protobuf");
            };
            if (wanted == 0 || wanted == number) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static long skip(int[] at, int bytes) {
        at[0] += bytes;
        return 0;
    }

    private static long varint(byte[] message, int[] at) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = message[at[0]++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static Map<String, Object> start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            List<byte[]> exports = Collections.synchronizedList(new ArrayList<>());
            server.createContext("/v1/traces", exchange -> {
                exports.add(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            Thread starter = new Thread(server::start, "trace-collector");
            starter.setDaemon(true); // its dispatcher inherits that, so it ends with the tests
            starter.start();
            return Map.of("port", server.getAddress().getPort(), "exports", exports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
