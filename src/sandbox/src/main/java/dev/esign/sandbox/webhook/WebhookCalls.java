package dev.esign.sandbox.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.WebhookMisbehaviour;
import dev.esign.sandbox.WebhookTarget;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.Guard;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.Route;

/** What programs can ask and tell the webhooks over HTTP; JSON in and out. */
public final class WebhookCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_BODY = 64 * 1024;

    private final WebhookHub hub;

    public WebhookCalls(WebhookHub hub) {
        this.hub = hub;
    }

    /** What answers which path; other web sites are kept out. */
    public List<Route> routes() {
        return List.of(
                route("GET", "", this::show),
                route("POST", "/targets", this::add),
                route("DELETE", "/targets/{id}", this::remove),
                route("POST", "/deliveries/{id}/redeliver", this::redeliver),
                route("POST", "/test", this::sendTest),
                route("POST", "/misbehaviours", this::misbehave),
                route("DELETE", "/misbehaviours", this::behave));
    }

    private static Route route(String verb, String path, Call call) {
        return Route.of(verb, "_sandbox/webhooks" + path, Guard.localOnly(call));
    }

    /** Receivers, deliveries, and what will go wrong. */
    private Answer show(Request request) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        ArrayNode targets = shown.putArray("targets");
        hub.targets().forEach(target -> targets.add(tree(target)));
        shown.put("pending", hub.pending());
        ObjectNode misbehaviours = shown.putObject("misbehaviours");
        hub.misbehaviours().forEach((misbehaviour, times) -> misbehaviours.put(misbehaviour.name(), times));
        ArrayNode deliveries = shown.putArray("deliveries");
        hub.deliveries().forEach(delivery -> deliveries.add(tree(delivery)));
        return answer(200, shown);
    }

    /** Adds a receiver, given as <code>{"url": …}</code>. */
    private Answer add(Request request) throws MalformedRequestException {
        JsonNode url = body(request).path("url");
        if (!url.isTextual()) {
            return problem(400, "url is missing or no text.");
        }
        try {
            return answer(200, tree(hub.add(WebhookUrl.parse(url.textValue()))));
        } catch (IllegalArgumentException e) {
            return problem(400, e.getMessage());
        } catch (IllegalStateException e) {
            return problem(409, e.getMessage());
        }
    }

    private Answer remove(Request request) {
        return hub.remove(request.variable("id")) ? done() : problem(404, "There is no such receiver.");
    }

    private Answer redeliver(Request request) {
        try {
            return answer(200, tree(hub.redeliver(request.variable("id"))));
        } catch (IllegalArgumentException e) {
            return problem(404, e.getMessage());
        } catch (IllegalStateException e) {
            return problem(409, e.getMessage());
        }
    }

    private Answer sendTest(Request request) {
        ArrayNode deliveries = JsonNodeFactory.instance.arrayNode();
        hub.sendTest().forEach(delivery -> deliveries.add(tree(delivery)));
        return answer(200, JsonNodeFactory.instance.objectNode().set("deliveries", deliveries));
    }

    /** Makes messages go wrong, as <code>{"misbehaviour": …, "times": …, "delay": …}</code> says. */
    private Answer misbehave(Request request) throws MalformedRequestException {
        JsonNode body = body(request);
        Optional<WebhookMisbehaviour> misbehaviour = Arrays.stream(WebhookMisbehaviour.values())
                .filter(one -> one.name().equals(body.path("misbehaviour").asText())).findFirst();
        if (misbehaviour.isEmpty()) {
            return problem(400, "misbehaviour must be one of " + Arrays.toString(WebhookMisbehaviour.values()) + ".");
        }
        int times = body.path("times").asInt(1);
        try {
            if (body.hasNonNull("delay")) {
                hub.misbehave(misbehaviour.get(), times, Duration.parse(body.path("delay").asText()));
            } else {
                hub.misbehave(misbehaviour.get(), times);
            }
            return done();
        } catch (DateTimeParseException e) {
            return problem(400, "delay must be an ISO 8601 duration such as PT2S.");
        } catch (IllegalArgumentException e) {
            return problem(400, e.getMessage() + ".");
        }
    }

    private Answer behave(Request request) {
        hub.behave();
        return done();
    }

    private static ObjectNode tree(WebhookTarget target) {
        return JsonNodeFactory.instance.objectNode().put("id", target.id()).put("url", target.masked());
    }

    private static ObjectNode tree(WebhookDelivery delivery) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("id", delivery.id());
        tree.put("repeats", delivery.repeats().orElse(null));
        tree.put("target", delivery.target());
        tree.put("url", delivery.url());
        tree.put("sessionId", delivery.sessionId());
        tree.put("signerId", delivery.signerId().orElse(null));
        tree.put("type", delivery.type());
        tree.put("status", delivery.status());
        tree.put("at", delivery.at().toString());
        tree.put("state", delivery.state().name());
        ArrayNode tries = tree.putArray("tries");
        for (WebhookDelivery.Try attempt : delivery.tries()) {
            ObjectNode one = tries.addObject();
            one.put("at", attempt.at().toString());
            one.put("tookMillis", attempt.took().toMillis());
            one.put("statusCode", attempt.statusCode().isPresent() ? attempt.statusCode().getAsInt() : null);
            one.put("failure", attempt.failure().map(Enum::name).orElse(null));
        }
        ArrayNode misbehaviours = tree.putArray("misbehaviours");
        delivery.misbehaviours().stream().sorted().forEach(misbehaviour -> misbehaviours.add(misbehaviour.name()));
        tree.put("body", delivery.body());
        return tree;
    }

    private static JsonNode body(Request request) throws MalformedRequestException {
        try {
            byte[] bytes = request.body().readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw new MalformedRequestException(413, "The body is larger than " + LONGEST_BODY + " bytes.");
            }
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            // Jackson's message would quote the body.
            throw new MalformedRequestException("The body is not well-formed JSON.");
        } catch (IOException e) {
            throw request.body().failure("The body ended too early.");
        }
    }

    private static Answer done() {
        return answer(200, JsonNodeFactory.instance.objectNode());
    }

    private static Answer problem(int status, String text) {
        return answer(status, JsonNodeFactory.instance.objectNode().put("error", text));
    }

    private static Answer answer(int status, JsonNode tree) {
        try {
            return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8", "Cache-Control", "no-store",
                    "X-Content-Type-Options", "nosniff"), JSON.writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
