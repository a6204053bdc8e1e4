package dev.esign.service.event;

import static dev.esign.service.Awaiting.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client of a stream of events, as one would write it from the specification of Server-Sent Events. */
public final class EventClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One event, or a comment alone. */
    public record Told(String id, String event, String data, String retry, String comment) {

        public JsonNode json() throws IOException {
            return JSON.readTree(data);
        }
    }

    private final HttpResponse<InputStream> response;
    private final List<Told> told = new ArrayList<>();
    private boolean ended;
    private IOException broken;

    private EventClient(HttpResponse<InputStream> response) {
        this.response = response;
        Thread reader = new Thread(this::read, "event-client");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a stream, and waits until it is open. */
    public static EventClient open(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream").timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
                .send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/event-stream"));
        EventClient client = new EventClient(response);
        client.await(first -> "connected".equals(first.comment()));
        return client;
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** Waits for what fits. */
    public synchronized Told await(Predicate<Told> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (Told one : told) {
                if (wanted.test(one)) {
                    return one;
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            assertThat(left > 0 && !ended).as("came in time, among %s", told).isTrue();
            wait(left);
        }
    }

    /** Waits for an event whose data contains all of the texts. */
    public Told awaitData(String... texts) throws InterruptedException {
        return await(one -> one.data() != null && List.of(texts).stream().allMatch(one.data()::contains));
    }

    /** Waits until the service ends the stream; returns whether it ended as it should. */
    public synchronized boolean awaitEnd() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ended) {
            long left = (end - System.nanoTime()) / 1_000_000;
            assertThat(left).as("ended in time").isPositive();
            wait(left);
        }
        return broken == null;
    }

    /** All events that came so far. */
    public synchronized List<Told> events() {
        return told.stream().filter(one -> one.event() != null).toList();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = null;
            String event = null;
            String data = null;
            String retry = null;
            String comment = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    add(new Told(id, event, data, retry, comment));
                    id = event = data = retry = comment = null;
                    continue;
                }
                int colon = line.indexOf(':');
                String value = line.substring(colon + 1).replaceFirst("^ ", "");
                switch (line.substring(0, colon)) {
                    case "" -> comment = value;
                    case "id" -> id = value;
                    case "event" -> event = value;
                    case "data" -> data = data == null ? value : data + "\n" + value;
                    case "retry" -> retry = value;
                    default -> throw new IOException("unknown field " + line);
                }
            }
            end(null);
        } catch (IOException failure) {
            end(failure);
        }
    }

    private synchronized void add(Told one) {
        told.add(one);
        notifyAll();
    }

    private synchronized void end(IOException failure) {
        broken = failure;
        ended = true;
        notifyAll();
    }
}
