package dev.esign.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Talks to a sandbox the way the documented client does: encrypt, get a token, call. */
final class Client {

    static final String RETURN_URL = "https://app.example.com/done?a=b+c%20d&e=ö";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI url;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Client(URI url) {
        this.url = url;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> details(JsonNode answer) {
        return StreamSupport.stream(answer.path("Details").spliterator(), false).map(JsonNode::asText).toList();
    }

    static String resource(String name) {
        try (InputStream in = Client.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    String encrypt(String text, String salt) {
        return json(get("/rest/v1/encrypt/" + encode(text) + "/" + encode(salt)).body()).path("ReturnValue").asText();
    }

    JsonNode getToken(String encryptedKey, String salt) {
        return json(send(request("/rest/v1/gettoken/" + encode(salt)).header("Authorization", encryptedKey)).body());
    }

    String token() {
        return getToken(encrypt("key", "salt"), "salt").path("ReturnValue").asText();
    }

    HttpRequest.Builder withToken(String path) {
        return request(path).header("Authorization", token()).header("Content-Type", "application/json");
    }

    HttpResponse<String> post(String path, BodyPublisher body) {
        return send(withToken(path).POST(body));
    }

    JsonNode create(String body) {
        return json(post("/rest/v1/sessions", BodyPublishers.ofString(body)).body());
    }

    JsonNode update(String body) {
        return json(post("/rest/v1/sessions/updatesession", BodyPublishers.ofString(body)).body());
    }

    JsonNode get(JsonNode created) {
        return json(send(withToken("/rest/v1/sessions/" + id(created))).body());
    }

    JsonNode session(JsonNode created) {
        return get(created).path("Sessions").path(0);
    }

    JsonNode list(String path) {
        return json(send(withToken(path)).body());
    }

    JsonNode start(JsonNode created) {
        return startAt("/rest/v1/sessions/" + id(created) + "/start?returnUrl=" + encode(RETURN_URL));
    }

    JsonNode startAt(String path) {
        return json(send(withToken(path).PUT(BodyPublishers.noBody())).body());
    }

    /** A call that sends a body, answered by anything. */
    JsonNode call(String verb, String path, String body) {
        return json(send(withToken(path).method(verb, BodyPublishers.ofString(body))).body());
    }

    JsonNode put(String path) {
        return startAt(path);
    }

    static String id(JsonNode created) {
        return created.path("SigningSessionId").asText();
    }
}
