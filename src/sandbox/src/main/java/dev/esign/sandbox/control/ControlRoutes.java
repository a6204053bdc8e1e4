package dev.esign.sandbox.control;

import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Guard;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.Route;

/** Makes routes of calls that take and answer JSON, out of reach of web sites. */
final class ControlRoutes {

    private static final int LONGEST_BODY = 4 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private ControlRoutes() {
    }

    /** What is done to one request; throws {@link ControlException} or what the Java API throws. */
    @FunctionalInterface
    interface Control {

        JsonNode apply(Request request) throws MalformedRequestException;
    }

    static Route get(String template, Control control) {
        return route("GET", template, 200, control);
    }

    static Route delete(String template, Control control) {
        return route("DELETE", template, 200, control);
    }

    static Route post(String template, int status, Function<Settings, JsonNode> control) {
        return post(template, status, (request, settings) -> control.apply(settings));
    }

    static Route post(String template, int status, BiFunction<Request, Settings, JsonNode> control) {
        return route("POST", template, status, request -> control.apply(request, new Settings(body(request))));
    }

    private static Route route(String verb, String template, int status, Control control) {
        return Route.of(verb, template, request -> answer(request, status, control));
    }

    private static Answer answer(Request request, int status, Control control) throws MalformedRequestException {
        try {
            check(request);
            return json(status, control.apply(request));
        } catch (ControlException e) {
            return error(e.status(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return error(400, e.getMessage());
        } catch (IllegalStateException e) {
            return error(409, e.getMessage());
        }
    }

    private static void check(Request request) {
        if (!Guard.isLocal(request)) {
            throw new ControlException(403, "The Host header must name this machine: use localhost or 127.0.0.1.");
        }
        if (!Guard.isOfNoOtherSite(request)) {
            throw new ControlException(403, "Pages of other origins can't control the sandbox.");
        }
        // A DELETE needs none: browsers ask before they let another site send one, and the answer is no.
        if (request.verb().equals("POST") && !request.header("Content-Type").split(";")[0].strip()
                .equalsIgnoreCase("application/json")) {
            throw new ControlException(415, "The Content-Type must be application/json.");
        }
    }

    private static ObjectNode body(Request request) {
        try {
            byte[] body = request.body().readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw new ControlException(413, "The body must not be larger than " + LONGEST_BODY + " bytes.");
            }
            JsonNode tree = body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new ControlException(400, "The body must be a JSON object.");
        } catch (JsonProcessingException e) {
            throw new ControlException(400, "The body must be one well-formed JSON object without doubled members.");
        } catch (IOException e) {
            throw new ControlException(400, "The body ends too early.");
        }
    }

    private static Answer error(int status, String message) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
    }

    private static Answer json(int status, JsonNode tree) {
        try {
            return Answer.json(status, JSON.writeValueAsBytes(tree)).with("Cache-Control", "no-store");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A number of the path or query. */
    static long number(String text, String name) {
        if (!text.matches("\\d{1,18}")) {
            throw new ControlException(400, name + " must be a whole number that isn't negative.");
        }
        return Long.parseLong(text);
    }
}
